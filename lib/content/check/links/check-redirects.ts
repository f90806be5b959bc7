import { readdirSync } from "node:fs";
import path from "node:path";
import { isToCome } from "#lib/content/kinds/is-to-come.ts";
import { type Redirect, readRedirects } from "#lib/content/settings/redirects.ts";
import type { Problem } from "#lib/content/source/content-error.ts";
import { fileIn } from "#lib/content/source/content-folder.ts";
import { nearest } from "#lib/content/source/nearest.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import type { Place } from "./site-addresses.ts";

/**
 * Every redirect leads from an address where nothing is to one where something is, in one step. `unread` has the languages in
 * which an article's address is not known.
 */
export function checkRedirects(root: string, addresses: Map<string, Place>, unread: Locale[]): Problem[] {
  const { redirects, table, placeIn } = readRedirects(root);
  const entryOf = new Map<string, number>();
  const taken = ownNames();

  const problems = redirects.flatMap((redirect): Problem[] => {
    const { from, entry } = redirect;
    const refuse = (key: "from" | "to", message: string | undefined): Problem[] => {
      if (!message) return [];
      const field = `redirects.${entry}.${key}`;
      return [{ severity: "error", file: fileIn(root, "redirects.yaml"), ...placeIn(entry, key), field, message }];
    };
    const refusals = [...refuse("from", refusalOfOld(from)), ...refuse("to", refusalOfNew(redirect))];
    const advice = refusals.length === 0 && adviceOn(redirect);
    if (advice) refusals.push(...refuse("to", advice).map((problem) => ({ ...problem, severity: "warning" }) as const));
    if (!entryOf.has(from)) entryOf.set(from, entry);
    return refusals;
  });
  // What is wrong in both languages is one mistake of one line; the message is that of the first language.
  return [...new Map(problems.toReversed().map((problem) => [problem.field, problem])).values()];

  function refusalOfOld(from: string): string | undefined {
    const first = entryOf.get(from);
    if (first !== undefined)
      return `${from} is redirected in line ${placeIn(first, "from").line} already; keep one of the two`;
    if (addresses.has(from)) return `${from} is a page of this site; remove this redirect, or rename the page`;
    const [, , part = ""] = from.split("/");
    return taken.has(part)
      ? `/${part} and what is below it belongs to the site itself; remove this redirect`
      : undefined;
  }

  function adviceOn({ from, to, written, isForAll }: Redirect): string | undefined {
    const dated = addresses.get(to)?.dated;
    if (dated && isToCome(dated))
      return `leads to ${to}, which readers do not see (${dated.file}); until they do, they are led to its list`;
    const everywhere = withoutLanguage(written);
    const theirs = from.slice(0, 3) + (everywhere === "/" ? "" : everywhere);
    return isForAll && everywhere !== written && theirs !== written && addresses.has(theirs)
      ? `leads readers of ${theirs} to ${written} as well; write ${everywhere}`
      : undefined;
  }

  function refusalOfNew({ from, to, isForAll }: Redirect): string | undefined {
    const end = endOf(to);
    if (end === undefined || end === from) return `${to} leads back to ${from}; a reader would go round in circles`;
    if (end !== to) return `${to} is redirected itself; write ${isForAll ? withoutLanguage(end) : end}`;

    const place = addresses.get(to);
    if (!place) {
      if (unread.some((locale) => to.startsWith(`/${locale}/blog/`))) return undefined;
      const meant = nearest(
        to,
        [...addresses.keys()].filter((known) => known.startsWith(to.slice(0, 4))),
      );
      // Without its line the old address, which others link to, would lead nowhere.
      const now = /^\/\w\w\/blog\//.test(to)
        ? "write where it is now; where its url: was changed, npm run publish does that by itself"
        : "write where it is now";
      return `leads to ${to}, which is not on this site; ${meant ? `did you mean ${meant}?` : now}`;
    }
    // Of an entry its readers get the list.
    const isEntry = place.file !== undefined && !to.endsWith(".md");
    if (place.dated && !isEntry && isToCome(place.dated))
      return `leads to ${to}, which readers do not see (${place.dated.file}); publish it first`;
    return undefined;
  }

  /** Where a reader would come to rest; nowhere, when the way is a circle. */
  function endOf(address: string): string | undefined {
    const seen = new Set<string>();
    let end = address;
    for (let next = table.get(end); next !== undefined; next = table.get(end)) {
      if (seen.has(end)) return undefined;
      seen.add(end);
      end = next;
    }
    return end;
  }
}

function withoutLanguage(address: string): string {
  const locale = locales.find((each) => address === `/${each}` || address.startsWith(`/${each}/`));
  return locale ? address.slice(locale.length + 1) || "/" : address;
}

/** What stands at the root for programs, such as /api and /sitemap.xml: as app/ spells it out, and what the build and Next put there. */
function ownNames(): Set<string> {
  const names = readdirSync(path.join(import.meta.dirname, "../../../../app")).filter(
    (name) => !/\.(tsx?|css)$/.test(name),
  );
  return new Set([...names, "_next", "images", "robots.txt"]);
}
