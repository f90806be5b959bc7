import { notFound } from "next/navigation";
import { pageLocale } from "#app/page-locale.ts";
import { findService, getServices } from "#lib/content/services.ts";
import { locales } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { shareCard, shareCardSize } from "#lib/og/share-card.tsx";

export const alt = "DreamCode";
export const size = shareCardSize;
export const contentType = "image/png";
export const dynamicParams = false;

export function generateStaticParams() {
  return locales.flatMap((locale) => getServices(locale).map(({ slug }) => ({ locale, slug })));
}

export default async function ServiceImage({ params }: { params: Promise<{ locale: string; slug: string }> }) {
  const locale = await pageLocale(params);
  const service = findService(locale, (await params).slug);
  if (!service) notFound();

  return shareCard({ slug: service.slug, title: service.title, note: getMessages(locale).services.title });
}
