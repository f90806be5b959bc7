import { articleListMetadata, articleListPage } from "#app/[locale]/blog/article-list-page.ts";
import { ArticleListView } from "#app/[locale]/blog/article-list-view.tsx";
import { staticParams } from "#lib/pages/static-params.ts";

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/blog/tag/[slug]"];

export const generateMetadata = articleListMetadata("tag");

export default async function TagPage({ params }: PageProps<"/[locale]/blog/tag/[slug]">) {
  return <ArticleListView {...(await articleListPage("tag", params))} />;
}
