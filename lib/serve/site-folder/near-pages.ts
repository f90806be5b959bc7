import type { Locale } from "#lib/i18n/locales.ts";

export type NearPage = { path: string; title: string };

const mostShown = 3;
const longestAsked = 100;

/**
 * Tells which pages of a language have an address like one that leads nowhere: a misspelt one, or a part of it. What is
 * compared is the last part of an address, by the groups of three signs that both have. Of each request the first 100 signs count,
 * so of 10,000 pages it takes a few milliseconds.
 */
export function nearPages(pages: readonly NearPage[]): (path: string, locale: Locale) => NearPage[] {
  const all = pages.map((page) => ({ page, language: languageOf(page.path), groups: groupsOf(page.path) }));
  const withGroup = Map.groupBy(
    all.flatMap((one) => Array.from(one.groups, (group) => ({ group, one }))),
    ({ group }) => group,
  );

  return (path, locale) => {
    const asked = groupsOf(path);
    const shared = new Map<(typeof all)[number], number>();
    for (const group of asked) {
      for (const { one } of withGroup.get(group) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1);
    }
    return Array.from(shared, ([one, count]) => ({ ...one, count }))
      .filter(
        ({ page, language, count }) =>
          page.path !== path && language === locale && count >= 2 && count * 2 >= asked.size,
      )
      .sort((a, b) => likeness(b) - likeness(a) || (a.page.path < b.page.path ? -1 : 1))
      .slice(0, mostShown)
      .map(({ page }) => page);
  };
}

/** What was asked counts in full, and of two pages that have as much of it the one that says less beside it. */
function likeness({ count, groups }: { count: number; groups: Set<string> }): number {
  return count + count / groups.size;
}

function languageOf(path: string): string | undefined {
  return path.split("/", 2)[1];
}

function groupsOf(path: string): Set<string> {
  const last = path.slice(-longestAsked).toLowerCase().replace(/\/+$/, "").split("/").at(-1) ?? "";
  const written = `/${last.replace(/\.\w{2,4}$/, "")}/`;
  return new Set(Array.from({ length: Math.max(0, written.length - 2) }, (_, at) => written.slice(at, at + 3)));
}
