import { articleListMetadata, articleListPage } from "#app/[locale]/blog/article-list-page.ts";
import { ArticleListView } from "#app/[locale]/blog/article-list-view.tsx";
import { staticParams } from "#lib/pages/static-params.ts";

type Props = PageProps<"/[locale]/blog/author/[slug]">;

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/blog/author/[slug]"];

export const generateMetadata = articleListMetadata("author");

export default async function AuthorPage({ params }: Props) {
  return <ArticleListView {...(await articleListPage("author", params))} />;
}
