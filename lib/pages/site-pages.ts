import type { Article } from "#lib/content/kinds/article.ts";
import { namedPages } from "#lib/content/kinds/named-pages.ts";
import { type Entry, registry } from "#lib/content/kinds/registry.ts";
import { articleListPath, articlesOnPage, pagesOf } from "#lib/content/lists/article-list.ts";
import { articleListAlternates } from "#lib/content/lists/article-list-alternates.ts";
import { getArticleLists } from "#lib/content/lists/article-lists.ts";
import { entryAlternates } from "#lib/content/lists/entry-alternates.ts";
import { isIndexed } from "#lib/content/lists/is-indexed.ts";
import { contentRoot, kinds } from "#lib/content/source/content-folder.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { cityPages } from "#lib/hours/city-pages.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { question } from "#lib/question.ts";

export type SitePage = {
  locale: Locale;
  path: string;
  /** The same page in each language that has it. */
  alternates: Partial<Record<Locale, string>>;
  /** The day of its last change, where the content says one. */
  changed?: string;
};

/** Every page of a language that search engines may show. */
export const sitePages = question("site pages", (locale: Locale, root = contentRoot): SitePage[] => {
  // The first page of the blog is among those of its lists, with the day of its newest article.
  const fixed = namedPages(locale, root).filter(({ isShown, pathIn }) => isShown && pathIn !== paths.blog);

  const entries = kinds.flatMap((kind): readonly Entry[] => registry[kind].get(locale, root));
  return [
    { locale, path: paths.home(locale), alternates: alternatesOf(paths.home) },
    ...fixed.map(({ path, alternates }) => ({ locale, path, alternates })),
    ...cityPages.map(({ slug }) => ({
      locale,
      path: paths.hoursIn(locale, slug),
      alternates: alternatesOf((each) => paths.hoursIn(each, slug)),
    })),
    ...articleListPages(locale, root),
    ...entries.map((entry) => {
      const changed = entry.kind === "blog" ? changeOf(entry) : undefined;
      return { locale, path: entryPath(entry), alternates: entryAlternates(entry, root), changed };
    }),
  ];
});

/** A list changed when the newest of its articles did. */
function articleListPages(locale: Locale, root: string): SitePage[] {
  const articleLists = (["blog", "category", "tag", "author"] as const)
    .flatMap((kind) => getArticleLists(locale, kind, root))
    .filter((articleList) => isIndexed(articleList, locale, root));
  return articleLists.flatMap((articleList) =>
    Array.from({ length: pagesOf(articleList) }, (_, index) => {
      const number = index + 1;
      const alternates = articleListAlternates(articleList, number, root).same;
      const changed = articlesOnPage(articleList, number).map(changeOf).sort().at(-1);
      return { locale, path: articleListPath(locale, articleList, number), alternates, changed };
    }),
  );
}

/** The day of an article's last change. Other content has no dates: what its pages say is kept from release to release. */
export function changeOf({ date, updated = date }: Article): string {
  return updated;
}
