import { notFound } from "next/navigation";
import { pageLocale } from "#app/page-locale.ts";
import { findArticle, getArticles } from "#lib/content/articles.ts";
import { getCategories } from "#lib/content/categories.ts";
import { formatDate } from "#lib/i18n/format.ts";
import { locales } from "#lib/i18n/locales.ts";
import { shareCard, shareCardSize } from "#lib/og/share-card.tsx";

export const alt = "DreamCode";
export const size = shareCardSize;
export const contentType = "image/png";
export const dynamicParams = false;

export function generateStaticParams() {
  return locales.flatMap((locale) => getArticles(locale).map(({ slug }) => ({ locale, slug })));
}

export default async function ArticleImage({ params }: { params: Promise<{ locale: string; slug: string }> }) {
  const locale = await pageLocale(params);
  const article = findArticle(locale, (await params).slug);
  if (!article) notFound();

  const category = getCategories()[article.category]?.[locale] ?? article.category;
  return shareCard({ ...article, note: `${category} · ${formatDate(article.date, locale)}` });
}
