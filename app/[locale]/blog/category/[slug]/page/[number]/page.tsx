import type { Metadata } from "next";
import { articleListMetadata, articleListPage, furtherPages } from "#app/[locale]/blog/article-list-page.ts";
import { ArticleListView } from "#app/[locale]/blog/article-list-view.tsx";

type Props = PageProps<"/[locale]/blog/category/[slug]/page/[number]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return furtherPages("category");
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return articleListMetadata(await articleListPage("category", params));
}

export default async function FurtherCategoryPage({ params }: Props) {
  return <ArticleListView {...(await articleListPage("category", params))} />;
}
