import type { Metadata } from "next";
import { articleListMetadata, articleListPage } from "#app/[locale]/blog/article-list-page.ts";
import { ArticleListView } from "#app/[locale]/blog/article-list-view.tsx";
import { staticParams } from "#lib/pages/static-params.ts";

type Props = PageProps<"/[locale]/blog/page/[number]">;

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/blog/page/[number]"];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return articleListMetadata(await articleListPage("blog", params));
}

export default async function FurtherBlogPage({ params }: Props) {
  return <ArticleListView {...(await articleListPage("blog", params))} />;
}
