import type { Metadata } from "next";
import { articleListMetadata, articleListPage, furtherPages } from "#app/[locale]/blog/article-list-page.ts";
import { ArticleListView } from "#app/[locale]/blog/article-list-view.tsx";

type Props = PageProps<"/[locale]/blog/author/[slug]/page/[number]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return furtherPages("author");
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return articleListMetadata(await articleListPage("author", params));
}

export default async function FurtherAuthorPage({ params }: Props) {
  return <ArticleListView {...(await articleListPage("author", params))} />;
}
