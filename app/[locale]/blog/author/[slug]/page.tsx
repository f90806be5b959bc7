import { articleListMetadata, articleListPage } from "#app/[locale]/blog/article-list-page.ts";
import { ArticleListView } from "#app/[locale]/blog/article-list-view.tsx";
import { staticParams } from "#lib/pages/static-params.ts";

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/blog/author/[slug]"];

export const generateMetadata = articleListMetadata("author");

export default async function AuthorPage({ params }: PageProps<"/[locale]/blog/author/[slug]">) {
  return <ArticleListView {...(await articleListPage("author", params))} />;
}
