import { notFound } from "next/navigation";
import { pageLocale } from "#app/page-locale.ts";
import { findIndustry, getIndustries } from "#lib/content/industries.ts";
import { locales } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { shareCard, shareCardSize } from "#lib/og/share-card.tsx";

export const alt = "DreamCode";
export const size = shareCardSize;
export const contentType = "image/png";
export const dynamicParams = false;

export function generateStaticParams() {
  return locales.flatMap((locale) => getIndustries(locale).map(({ slug }) => ({ locale, slug })));
}

export default async function IndustryImage({ params }: { params: Promise<{ locale: string; slug: string }> }) {
  const locale = await pageLocale(params);
  const industry = findIndustry(locale, (await params).slug);
  if (!industry) notFound();

  return shareCard({ slug: industry.slug, title: industry.title, note: getMessages(locale).industries.title });
}
