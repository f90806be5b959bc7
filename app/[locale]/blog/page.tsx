import type { Metadata } from "next";
import { articleListMetadata, articleListPage } from "./article-list-page.ts";
import { ArticleListView } from "./article-list-view.tsx";

type Props = PageProps<"/[locale]/blog">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return articleListMetadata(await articleListPage("blog", params));
}

export default async function BlogPage({ params }: Props) {
  return <ArticleListView {...(await articleListPage("blog", params))} />;
}
