import { redirectMeant } from "#lib/content/settings/redirects.ts";
import { internalPaths } from "#lib/i18n/internal-paths.ts";
import { isLocale, type Locale } from "#lib/i18n/locales.ts";
import { pageOfText } from "#lib/i18n/page-of-text.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { Site } from "#lib/serve/site-folder/open-site.ts";

/**
 * What an address was meant to be that leads nowhere: one in other capitals, one that took the end of its sentence along, a
 * page of text without its language, a feed where readers' programs and WordPress look for it. Only ever an address of the site.
 */
export function meantPath(asked: string, reader: Locale, site: Site): string | undefined {
  // Slashes in a row are one: of two at the start the answer would lead to another host.
  const path = asked.replaceAll(/\/{2,}/g, "/");
  const written = withoutTail(path, tail);
  const lower = written.toLowerCase();
  const meant =
    standingAt(lower, site) ??
    redirectMeant(withoutTail(path, sentenceTail), reader) ??
    redirectMeant(written, reader) ??
    feedAt(lower, reader, site) ??
    (/^\/(?:index|default)\.(?:html?|php)$/.test(lower) ? standingAt(`/${reader}`, site) : undefined) ??
    mapAt(lower, site) ??
    listInPlaceOf(lower, site) ??
    textInPlaceOf(lower, reader, site) ??
    standingAt(`/${reader}${lower}`, site);
  return meant === asked ? undefined : meant;
}

// No page ends with any of them. What follows the sign of an emoji is a mark to Unicode. Controls are nobody's sentence, but for spaces.
const tail = /[^\p{L}\p{M}\p{N}\p{Cc}]|\s|[\ufe00-\ufe0f]|\u20e3/u;
// An address of a redirect may end with another sign, as /c++ does.
const sentenceTail = /[/.,;:!?¡¿…'"`´‘’“”«»‹›()[\]{}<>*_|\\。，、）」\s\p{Cf}]/u;
// What `canonicalPath` leaves encoded, for it has a meaning in addresses.
const encodedTail = /%(?:2c|3b|3a|3f|26|2f)$/i;

/** Sign by sign: an expression would try every place in an address of thousands of full stops. */
function withoutTail(path: string, tail: RegExp): string {
  // What follows one of these is the markup that it was taken out of.
  const markup = path.search(/[<>"]/);
  let end = markup < 0 ? path.length : markup;
  for (;;) {
    if (end > 1 && tail.test(path[end - 1] ?? "")) end -= 1;
    else if (encodedTail.test(path.slice(Math.max(0, end - 3), end))) end -= 3;
    else return path.slice(0, end);
  }
}

function standingAt(lower: string, site: Site): string | undefined {
  if (lower === "/") return lower;
  const found = site.findSpelling(lower);
  if (found) return found;
  // As other sites call their pages.
  const page = /^(\/\w\w(?:\/.+?)??)(?:(?:\/(?:index|default))?\.(?:html?|php)|\/amp)$/.exec(lower)?.[1];
  if (page) return site.findSpelling(page) ?? (site.isDynamic(page) ? page : undefined);
  const written = pageOfText(lower);
  const spelled = written && site.findSpelling(written);
  if (spelled && site.findInternal(internalPaths.markdown(spelled))) return paths.text(spelled);
  return site.isDynamic(lower) ? lower : undefined;
}

const feed =
  /^(?:\/(?<locale>\w\w))?(?:\/blog)?(?:\/category\/(?<category>[^/]+))?\/(?:(?:feed|rss2?|atom)(?:\/(?:feed|rss2?|atom))?(?:\.(?:xml|rss|atom|(?<json>json)))?|index\.(?:xml|rss))$/;

function feedAt(lower: string, reader: Locale, site: Site): string | undefined {
  const { locale = reader, category, json } = feed.exec(lower)?.groups ?? {};
  if (!feed.test(lower) || !isLocale(locale)) return undefined;
  const form = json ? "json" : "xml";
  const address = category ? paths.categoryFeed(locale, category, form) : paths.feed(locale, form);
  return site.find(address) && address;
}

/** As programs of other sites call theirs, and ask here by habit. */
function mapAt(lower: string, site: Site): string | undefined {
  if (!/^\/(?:wp-)?sitemap(?:[_-]?index)?(?:\.xml)?$/.test(lower)) return undefined;
  return site.find("/sitemap.xml") && "/sitemap.xml";
}

function listInPlaceOf(lower: string, site: Site): string | undefined {
  const list = site.listInPlaceOf(lower);
  return list && standingAt(list, site);
}

/** The words of a page that is elsewhere now; of one that is gone, what stands in the page's place. */
function textInPlaceOf(lower: string, reader: Locale, site: Site): string | undefined {
  const page = pageOfText(lower);
  const now = page && (redirectMeant(page, reader) ?? listInPlaceOf(page, site));
  return now && site.findInternal(internalPaths.markdown(now)) ? paths.text(now) : now;
}
