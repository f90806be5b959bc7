import { pageLocale } from "#app/page-locale.ts";
import { shareImage } from "#app/share-image.tsx";
import type { Locale } from "#lib/i18n/locales.ts";

type Params = { locale: string; slug?: string; city?: string };

/** What an `opengraph-image.tsx` returns: the picture of the page beside it, by its address. */
export function openGraphImageOf(pathOf: (locale: Locale, slug: string) => string) {
  return async ({ params }: { params: Promise<Params> }) => {
    const { city = "", slug = city } = await params;
    const png = await shareImage(pathOf(await pageLocale(params), slug), "wide");
    return new Response(png, { headers: { "content-type": "image/png" } });
  };
}
