import { entryFor, entryMetadata } from "#app/entry-page.ts";
import { findArticle } from "#lib/content/kinds/article.ts";
import { staticParams } from "#lib/pages/static-params.ts";
import { ArticleView } from "../article-view.tsx";

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/blog/[slug]"];

export const generateMetadata = entryMetadata(findArticle);

export default async function ArticlePage({ params }: PageProps<"/[locale]/blog/[slug]">) {
  const { entry, alternates } = await entryFor(findArticle, params);
  return <ArticleView article={entry} alternates={alternates} />;
}
