import type { Metadata } from "next";
import { articleListMetadata, articleListPage, furtherPages } from "#app/[locale]/blog/article-list-page.ts";
import { ArticleListView } from "#app/[locale]/blog/article-list-view.tsx";

type Props = PageProps<"/[locale]/blog/tag/[slug]/page/[number]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return furtherPages("tag");
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return articleListMetadata(await articleListPage("tag", params));
}

export default async function FurtherTagPage({ params }: Props) {
  return <ArticleListView {...(await articleListPage("tag", params))} />;
}
