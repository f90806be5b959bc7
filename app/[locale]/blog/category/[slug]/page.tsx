import { articleListMetadata, articleListPage } from "#app/[locale]/blog/article-list-page.ts";
import { ArticleListView } from "#app/[locale]/blog/article-list-view.tsx";
import { staticParams } from "#lib/pages/static-params.ts";

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/blog/category/[slug]"];

export const generateMetadata = articleListMetadata("category");

export default async function CategoryPage({ params }: PageProps<"/[locale]/blog/category/[slug]">) {
  return <ArticleListView {...(await articleListPage("category", params))} />;
}
