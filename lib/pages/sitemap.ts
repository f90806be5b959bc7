import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";
import { readPublicEnv } from "#lib/env.ts";
import { defaultLocale, locales } from "#lib/i18n/locales.ts";
import { notInXml } from "#lib/letters/not-in-xml.ts";
import { type SitePage, sitePages } from "./site-pages.ts";

// As many as sitemaps.org allows in one file. An address with its languages takes about 600 bytes: 30 of the 50 MB.
const mostInOne = 50_000;
const protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** The sitemap by its addresses: one file, or above the limit an index and its parts. */
export function sitemapFiles(
  pages = allPages(),
  most = mostInOne,
  siteUrl = readPublicEnv().siteUrl,
): Map<string, string> {
  if (pages.length <= most) return new Map([["/sitemap.xml", pageList(pages, siteUrl)]]);

  const parts = Array.from({ length: Math.ceil(pages.length / most) }, (_, index) => {
    const part = pages.slice(index * most, (index + 1) * most);
    return [`/sitemap/${index + 1}.xml`, pageList(part, siteUrl)] as const;
  });
  const index = x(
    "sitemapindex",
    { xmlns: protocol },
    parts.map(([path]) => x("sitemap", [x("loc", siteUrl + path)])),
  );
  return new Map([["/sitemap.xml", written(index)], ...parts]);
}

export function xmlAnswer(xml: string): Response {
  return new Response(xml, { headers: { "content-type": "application/xml" } });
}

function allPages(): SitePage[] {
  return locales.flatMap((locale) => sitePages(locale));
}

function pageList(pages: SitePage[], siteUrl: string): string {
  const urls = pages.map((page) =>
    x("url", [
      x("loc", siteUrl + encodeURI(page.path)),
      page.changed && x("lastmod", page.changed),
      ...languagesOf(page).map(([hreflang, path]) =>
        x("xhtml:link", { rel: "alternate", hreflang, href: siteUrl + encodeURI(path) }),
      ),
    ]),
  );
  return written(x("urlset", { xmlns: protocol, "xmlns:xhtml": "http://www.w3.org/1999/xhtml" }, urls));
}

/** As the head of the page says it. A page in one language alone has no others to name. */
function languagesOf({ path, alternates }: SitePage): [string, string][] {
  const all = Object.entries(alternates);
  return all.length > 1 ? [...all, ["x-default", alternates[defaultLocale] ?? path]] : [];
}

function written(tree: Parameters<typeof toXml>[0]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree).replaceAll(notInXml, "")}\n`;
}
