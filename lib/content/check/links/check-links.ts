import type { CheckedText } from "#lib/content/check/text/check-texts.ts";
import { isToCome } from "#lib/content/kinds/is-to-come.ts";
import type { Problem } from "#lib/content/source/content-error.ts";
import type { ContentFile } from "#lib/content/source/content-folder.ts";
import { decoded } from "#lib/content/source/decoded.ts";
import { nearest } from "#lib/content/source/nearest.ts";
import { pageIds } from "#lib/content/text/page-ids.ts";
import { readPublicEnv } from "#lib/env.ts";
import { isLocale, type Locale, locales } from "#lib/i18n/locales.ts";
import { isFormName } from "#lib/leads/form/form-name.ts";
import { formSubject } from "#lib/leads/form/form-subject.ts";
import { refuseContact } from "./refuse-contact.ts";
import { refuseSite } from "./refuse-site.ts";
import type { Dated, Place } from "./site-addresses.ts";

/** Follows every link that stays on the site. `unread` has the languages in which an article's address is not known. */
export function checkLinks(
  texts: CheckedText[],
  addresses: Map<string, Place>,
  unread: Locale[],
  redirects: ReadonlyMap<string, string>,
): Problem[] {
  const { siteUrl } = readPublicEnv();
  const { host } = new URL(siteUrl);
  const idsOf = new Map(texts.map(({ file, ids }) => [file.file, ids]));
  const placeOf = new Map([...addresses.values()].map((place) => [place.file, place]));

  return texts.flatMap(({ file, links }) =>
    links.flatMap(({ href, ...at }): Problem[] => {
      const refusal = check(href, file);
      return refusal ? [{ severity: "error", file: file.file, ...at, field: "body", ...refusal }] : [];
    }),
  );

  function check(written: string, { file, locale }: ContentFile): Refusal | undefined {
    const refusal = refuseContact(written);
    if (refusal) return { message: refusal };
    if (/^(https?:|\/\/)/i.test(written)) {
      // Also where SITE_URL names this machine: the texts are the same on the one that readers visit.
      const message = refuseSite(written);
      if (message || !isOwn(written)) return message ? { message } : undefined;
    }
    // The site's own, as it is copied from a browser.
    const href = isOwn(written) ? written.replace(site, "").replace(/^\/?/, "/") : written;
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return undefined;
    if (href.startsWith("#")) return checkFragment("this text", file, decoded(href.slice(1)));
    if (!href.startsWith("/")) {
      return { message: `"${decoded(href)}" leads nowhere; ${adviceFor(href, locale)}` };
    }

    const { path, query, fragment } = partsOf(href);
    const service = query.get("service");
    const named = path.split("/")[1] ?? "";
    if (!isLocale(named) && addresses.has(path)) return undefined;
    const target = isLocale(named) ? path : `/${locale}${path}`.replace(/\/$/, "");
    const asked = service ? `${target}?service=${service}` : target;
    const place = addresses.get(asked);
    if (!place) return unread.some((other) => target.startsWith(`/${other}/blog/`)) ? undefined : unknown(href, asked);
    if (place.dated && isHiddenFrom(file, place.dated)) return hiddenFromReaders(target, place.dated);
    const about = aboutIn(target, query);
    if (about && !addresses.has(about.page))
      return unread.some((other) => about.page.startsWith(`/${other}/blog/`)) ? undefined : unknown(href, about.page);
    const subject = about && addresses.get(about.page)?.dated;
    if (subject && isHiddenFrom(file, subject)) return hiddenFromReaders(about.page, subject);
    if (isLocale(named) && named !== locale) return otherLanguage(target, locale);
    const lacking = locales.find((other) => !isLocale(named) && !addresses.has(`/${other}${asked.slice(3)}`));
    if (lacking && !unread.includes(lacking)) return halfThere(href, target, lacking);
    const theirs = isLocale(named) ? undefined : hiddenFromOthers(target, query, file);
    if (theirs) return halfThere(href, target, theirs);
    return fragment ? checkFragment(target, place.file, fragment) : undefined;
  }

  function hiddenFromReaders(target: string, { file }: Dated): Refusal {
    return { message: `leads to ${target}, which readers do not see (${file}); publish it first, or remove the link` };
  }

  /** The language whose readers do not find there what an address without one leads to. */
  function hiddenFromOthers(target: string, query: URLSearchParams, file: string): Locale | undefined {
    return locales.find((other) => {
      const there = `/${other}${target.slice(3)}`;
      const page = aboutIn(there, query)?.page ?? there;
      const place = addresses.get(page);
      return place ? place.dated && isHiddenFrom(file, place.dated) : page !== there && !unread.includes(other);
    });
  }

  /** By its name alone: http:// and // lead to it as well. */
  function isOwn(address: string): boolean {
    return site.test(address) && URL.parse(address, siteUrl)?.host === host;
  }

  function unknown(href: string, target: string): Refusal {
    const moved = redirects.get(target);
    if (moved) return { message: `leads to ${decoded(href)}, which redirects.yaml moves; write ${moved}` };
    const known = [...addresses.keys()].filter((address) => address.slice(0, 4) === target.slice(0, 4));
    const only = locales.find((locale) => addresses.has(`/${locale}${target.slice(3)}`));
    const translated = known.find((address) => only && isTranslation(address, `/${only}${target.slice(3)}`));
    const meant = translated ?? nearest(target, known) ?? known.find((address) => isMoved(address, target));
    const elsewhere = only ? `it is written in ${only} alone, so ` : "";
    const hint = meant ? `did you mean ${meant}?` : `${elsewhere}correct or remove it`;
    return { message: `leads to ${decoded(href)}, which is not on this site; ${hint}` };
  }

  function otherLanguage(target: string, locale: Locale): Refusal {
    const ours = [...addresses.keys()].find(
      (address) =>
        address.startsWith(`/${locale}`) &&
        (address === `/${locale}${target.slice(3)}` || isTranslation(address, target)),
    );
    const hint = ours ? `did you mean ${ours}?` : `say so to the reader, or link to a page in ${locale}`;
    return { severity: "warning", message: `leads to ${target}, which is in another language; ${hint}` };
  }

  /** An article may have another address in each language; its file has the same name. A list has the days of its first. */
  function isTranslation(address: string, other: string): boolean {
    const [one, two] = [address, other].map((each) => {
      const place = addresses.get(each);
      return place?.file ? place.dated : undefined;
    });
    return one !== undefined && one.name === two?.name && address.endsWith(".md") === other.endsWith(".md");
  }

  /** An address without a language sends each reader to a page in theirs. */
  function halfThere(href: string, target: string, lacking: Locale): Refusal {
    return { message: `leads to ${decoded(href)}, which a reader of ${lacking} would not find; write ${target}` };
  }

  /** Of a page that is not made from one text, only the places that every page has are for others to name. */
  function checkFragment(name: string, file: string | undefined, fragment: string): Refusal | undefined {
    // Browsers go to the top by these.
    if (/^(?:top)?$/i.test(fragment)) return undefined;
    const [, note] = /^_(?:ftn|edn)(?:ref)?(\d+)$/.exec(fragment) ?? [];
    if (note) return { message: `${name} has no place #${fragment}; write [^${note}] for a note of Word` };
    const ids = file === undefined ? everywhere : idsOf.get(file);
    if (!ids || ids.includes(fragment)) return undefined;
    const [, named] = texts.find((text) => text.file.file === file)?.foreignIds.find(([id]) => id === fragment) ?? [];
    if (named)
      return { message: `${name} has no place #${fragment}; remove {#${fragment}} at the heading and write #${named}` };
    const meant = nearest(fragment, ids);
    const hint = meant ? `did you mean #${meant}?` : `known: ${ids.map((id) => `#${id}`).join(", ") || "none"}`;
    return { message: `${name} has no place #${fragment}; ${hint}` };
  }

  /** A link is dead from the day its own page is published to the day its target is. */
  function isHiddenFrom(file: string, target: Dated): boolean {
    if (!isToCome(target)) return false;
    const source = placeOf.get(file)?.dated;
    if (!source) return true;
    return !source.draft && (target.draft || target.start > source.start);
  }
}

const site = /^(https?:)?\/\/[^/?#]*/i;
const everywhere = pageIds.filter((id) => id !== "article-replies");

type Refusal = { message: string; severity?: "warning" };

const fileEnding = /\.(?:html?|php|aspx?|pdf|docx?|xlsx?|jpe?g|png|webp|svg|zip)$/i;

function adviceFor(href: string, locale: Locale): string {
  if (/^[^/]+@[^/]+$/.test(href)) return `for an email address write mailto:${href}`;
  const digits = decoded(href).replaceAll(/[().\s-]/g, "");
  if (/^\+?\d{7,15}$/.test(digits)) return `for a telephone write tel:${digits}`;
  if (/\.mdx?(#|$)/.test(href)) return `a link names the address of a page, not its file: /${locale}/…`;
  if (/^(?:[\w-]+\.)+[a-z]{2,}(?:\/|$)/i.test(href) && !fileEnding.test(href))
    return `for another site write https://${href}`;
  return `begin with https:// for another site, or with /${locale}/ for this one`;
}

function partsOf(href: string) {
  const { pathname, searchParams, hash } = new URL(href, "https://this.site");
  const path = pathname === "/" ? pathname : pathname.replace(/\/$/, "");
  return { path: decoded(path), query: searchParams, fragment: decoded(hash.slice(1)) };
}

/** What the address of a form names that it is about, and the page of that. */
function aboutIn(target: string, query: URLSearchParams): { page: string } | undefined {
  const [, locale, form] = target.split("/");
  const subject = isFormName(form) ? formSubject(form) : undefined;
  const name = subject && query.get(subject.field);
  return name && isLocale(locale) ? { page: subject.pathIn(locale, name) } : undefined;
}

/** The same last word: /en/cloud for /en/services/cloud. */
function isMoved(address: string, target: string): boolean {
  return address.split("/").at(-1) === target.split("/").at(-1);
}
