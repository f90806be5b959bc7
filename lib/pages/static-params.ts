import { getArticles } from "#lib/content/kinds/article.ts";
import { getHubs } from "#lib/content/kinds/hub.ts";
import { hubColumns } from "#lib/content/kinds/hub-column.ts";
import { getIndustries } from "#lib/content/kinds/industry.ts";
import { getOpenings } from "#lib/content/kinds/opening.ts";
import { getPages } from "#lib/content/kinds/page.ts";
import { getProjects } from "#lib/content/kinds/project.ts";
import { getServices } from "#lib/content/kinds/service.ts";
import { type ArticleListKind, pagesOf } from "#lib/content/lists/article-list.ts";
import { getArticleLists } from "#lib/content/lists/article-lists.ts";
import { previews } from "#lib/content/lists/previews.ts";
import { listDownloads } from "#lib/content/source/downloads.ts";
import { cityPages } from "#lib/hours/city-pages.ts";
import { contentNow } from "#lib/hours/content-now.ts";
import { clocksOfYear } from "#lib/hours/home-clocks.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { shareCards } from "#lib/pictures/share-cards.ts";
import { sitemapFiles } from "./sitemap.ts";

/**
 * Which pages there are of each route that has several, by its folder in `app`: what `generateStaticParams` returns there.
 * The params are whole. Where a route returns only what follows the language, Next builds no page of it as soon as one
 * language has none.
 */
export const staticParams = {
  "/[locale]": () => inEach(() => [{}]),
  "/[locale]/[slug]": () => inEach((locale) => slugs(getPages(locale))),
  "/[locale]/at/[clocks]": () => inEach(() => clocksOfYear(contentNow()).map((clocks) => ({ clocks }))),
  "/[locale]/blog/[slug]": () => inEach((locale) => slugs(getArticles(locale))),
  "/[locale]/blog/page/[number]": () => furtherPages("blog"),
  "/[locale]/blog/author/[slug]": () => inEach((locale) => slugs(getArticleLists(locale, "author"))),
  "/[locale]/blog/author/[slug]/page/[number]": () => furtherPages("author"),
  "/[locale]/blog/category/[slug]": () => inEach((locale) => slugs(getArticleLists(locale, "category"))),
  "/[locale]/blog/category/[slug]/page/[number]": () => furtherPages("category"),
  "/[locale]/blog/tag/[slug]": () => inEach((locale) => slugs(getArticleLists(locale, "tag"))),
  "/[locale]/blog/tag/[slug]/page/[number]": () => furtherPages("tag"),
  "/[locale]/careers/[slug]": () => inEach((locale) => slugs(getOpenings(locale))),
  "/[locale]/error/[kind]": () =>
    inEach((locale) => Object.keys(getMessages(locale).trouble).map((kind) => ({ kind }))),
  "/[locale]/hours/[city]": () => inEach(() => cityPages.map(({ slug }) => ({ city: slug }))),
  "/[locale]/hubs/[slug]": () => inEach((locale) => slugs(getHubs(locale))),
  "/[locale]/hubs/by/[column]": () => inEach(() => hubColumns.map((column) => ({ column }))),
  "/[locale]/industries/[slug]": () => inEach((locale) => slugs(getIndustries(locale))),
  "/[locale]/inquiry/for/[service]": () =>
    inEach((locale) => getServices(locale).map(({ slug }) => ({ service: slug }))),
  "/[locale]/preview/[code]": () => inEach((locale) => previews(locale).map(({ code }) => ({ code }))),
  "/[locale]/projects/[slug]": () => inEach((locale) => slugs(getProjects(locale))),
  "/[locale]/services/[slug]": () => inEach((locale) => slugs(getServices(locale))),
  // An article that readers do not see yet shows that of the list.
  "/article-image/[...page]": () =>
    locales.flatMap((locale) =>
      [paths.blog(locale), ...getArticles(locale).map(({ slug }) => paths.article(locale, slug))].map((path) => ({
        page: `${path.slice(1)}.jpg`.split("/"),
      })),
    ),
  "/files/[name]": () => listDownloads().map(({ name }) => ({ name })),
  // None as long as one file holds all addresses.
  "/sitemap/[part]": () =>
    [...sitemapFiles().keys()].flatMap((path) => {
      const [, part] = /^\/sitemap\/(.+)/.exec(path) ?? [];
      return part ? [{ part }] : [];
    }),
  "/square-image/[...page]": () =>
    locales.flatMap((locale) => shareCards(locale).map(({ path }) => ({ page: `${path.slice(1)}.png`.split("/") }))),
} satisfies Record<string, () => Record<string, string | string[]>[]>;

function inEach<Params>(paramsOf: (locale: Locale) => Params[]) {
  return locales.flatMap((locale) => paramsOf(locale).map((params) => ({ ...params, locale })));
}

function slugs(entries: readonly { slug: string }[]) {
  return entries.map(({ slug }) => ({ slug }));
}

/** From the second on; the first stands at the bare address. */
function furtherPages(kind: ArticleListKind) {
  return inEach((locale) =>
    getArticleLists(locale, kind).flatMap((articleList) =>
      Array.from({ length: pagesOf(articleList) - 1 }, (_, index) => ({
        slug: articleList.slug,
        number: String(index + 2),
      })),
    ),
  );
}
