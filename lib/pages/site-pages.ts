import type { Article } from "#lib/content/kinds/article.ts";
import { getArticles } from "#lib/content/kinds/article.ts";
import { getHubs } from "#lib/content/kinds/hub.ts";
import { hubColumns } from "#lib/content/kinds/hub-column.ts";
import { getIndustries } from "#lib/content/kinds/industry.ts";
import { getPages } from "#lib/content/kinds/page.ts";
import { getProjects } from "#lib/content/kinds/project.ts";
import { getServices } from "#lib/content/kinds/service.ts";
import { articlesOnPage, pagesOf, shelfPath } from "#lib/content/lists/shelf.ts";
import { shelfCounterpart } from "#lib/content/lists/shelf-counterpart.ts";
import { getShelves } from "#lib/content/lists/shelves.ts";
import { findCounterpart } from "#lib/content/lists/translations.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";
import { paths } from "#lib/i18n/paths.ts";

/** A page that search engines may show, and the same in the other language. `changed` is a day, where one is known. */
export type SitePage = { locale: Locale; path: string; counterpart?: string; changed?: string };

/** Every page of a language that search engines may show. */
export function sitePages(locale: Locale, root = contentRoot): SitePage[] {
  const other = otherLocale(locale);
  const { home, services, industries, hubs, projects, hours, contact, inquiry, newsletter } = paths;
  const fixed = [home, services, industries, hubs, projects, hours, contact, inquiry, newsletter];
  const orders = hubColumns.map((column) => (locale: Locale) => paths.hubsBy(locale, column));

  const entries = [
    ...getServices(locale, root),
    ...getIndustries(locale, root),
    ...getHubs(locale, root),
    ...getProjects(locale, root),
    ...getPages(locale, root),
    ...getArticles(locale, root),
  ];
  return [
    ...[...fixed, ...orders].map((pathIn) => ({ locale, path: pathIn(locale), counterpart: pathIn(other) })),
    ...shelfPages(locale, root),
    ...entries.map((entry) => {
      const pair = findCounterpart(entry, other, root);
      const changed = entry.kind === "blog" ? changeOf(entry) : undefined;
      return { locale, path: entryPath(entry), counterpart: pair && entryPath(pair), changed };
    }),
  ];
}

/** A list changed when the newest of its articles did. */
function shelfPages(locale: Locale, root: string): SitePage[] {
  const shelves = (["blog", "category", "tag", "author"] as const).flatMap((kind) => getShelves(locale, kind, root));
  return shelves.flatMap((shelf) =>
    Array.from({ length: pagesOf(shelf) }, (_, index) => {
      const number = index + 1;
      const { path, isSame } = shelfCounterpart(locale, shelf, number, root);
      const changed = articlesOnPage(shelf, number).map(changeOf).sort().at(-1);
      return { locale, path: shelfPath(locale, shelf, number), counterpart: isSame ? path : undefined, changed };
    }),
  );
}

/** The day of an article's last change. Other content has no dates, and a deployment has no history of its files. */
export function changeOf({ date, updated = date }: Article): string {
  return updated;
}
