import type { Metadata } from "next";
import { entryFor, entryMetadata } from "#app/entry-page.ts";
import { staticParams } from "#app/static-params.ts";
import { findArticle, getArticles } from "#lib/content/kinds/article.ts";
import { ArticleView } from "../article-view.tsx";

type Props = PageProps<"/[locale]/blog/[slug]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return staticParams((locale) => getArticles(locale).map(({ slug }) => ({ slug })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return entryMetadata(findArticle, params);
}

export default async function ArticlePage({ params }: Props) {
  const { entry, alternates } = await entryFor(findArticle, params);
  return <ArticleView article={entry} alternates={alternates} />;
}
