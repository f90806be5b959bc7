import { pageLocale } from "#app/page-locale.ts";
import { locales } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { shareCard, shareCardSize } from "#lib/og/share-card.tsx";

export const alt = "DreamCode";
export const size = shareCardSize;
export const contentType = "image/png";
export const dynamicParams = false;

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

export default async function HomeImage({ params }: { params: Promise<{ locale: string }> }) {
  const { home, footer } = getMessages(await pageLocale(params));
  return shareCard({ slug: "dreamcode", title: home.title, note: footer.tagline });
}
