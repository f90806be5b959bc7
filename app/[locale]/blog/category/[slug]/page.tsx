import { articleListMetadata, articleListPage } from "#app/[locale]/blog/article-list-page.ts";
import { ArticleListView } from "#app/[locale]/blog/article-list-view.tsx";
import { staticParams } from "#lib/pages/static-params.ts";

type Props = PageProps<"/[locale]/blog/category/[slug]">;

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/blog/category/[slug]"];

export const generateMetadata = articleListMetadata("category");

export default async function CategoryPage({ params }: Props) {
  return <ArticleListView {...(await articleListPage("category", params))} />;
}
