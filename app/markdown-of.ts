import { notFound } from "next/navigation";
import { pageLocale } from "#app/page-locale.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { entryText, type Written } from "#lib/pages/entry-text.ts";

type Params = Promise<{ locale: string; slug: string }>;

/** What a `markdown/route.ts` answers. Readers know it by the address of the page and .md, which no folder of Next's can be named after. */
export function markdownOf(find: (locale: Locale, slug: string) => Written | undefined) {
  return async (_request: Request, { params }: { params: Params }) => {
    const entry = find(await pageLocale(params), (await params).slug);
    if (!entry) notFound();
    return new Response(entryText(entry), { headers: { "content-type": "text/markdown; charset=utf-8" } });
  };
}
