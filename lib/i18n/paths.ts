import type { Locale } from "./locales.ts";

/** Every address of the site. Nobody else puts paths together. */
export const paths = {
  home: (locale: Locale) => `/${locale}` as const,
  blog: (locale: Locale, page = 1) => `/${locale}/blog${furtherPage(page)}` as const,
  article: (locale: Locale, slug: string) => `/${locale}/blog/${slug}` as const,
  /** An article before readers see it; the code cannot be guessed. */
  preview: (locale: Locale, code: string) => `/${locale}/preview/${code}` as const,
  /** The words of a page as Markdown, where `hasText` says that it has them. */
  text: <Page extends string>(page: Page) => `${page}.md` as const,
  category: (locale: Locale, slug: string, page = 1) => `/${locale}/blog/category/${slug}${furtherPage(page)}` as const,
  tag: (locale: Locale, slug: string, page = 1) => `/${locale}/blog/tag/${slug}${furtherPage(page)}` as const,
  author: (locale: Locale, slug: string, page = 1) => `/${locale}/blog/author/${slug}${furtherPage(page)}` as const,
  feed: (locale: Locale, form: "xml" | "json" = "xml") => `/${locale}/feed.${form}` as const,
  categoryFeed: (locale: Locale, slug: string, form: "xml" | "json" = "xml") =>
    `/${locale}/blog/category/${slug}/feed.${form}` as const,
  services: (locale: Locale) => `/${locale}/services` as const,
  service: (locale: Locale, slug: string) => `/${locale}/services/${slug}` as const,
  industries: (locale: Locale) => `/${locale}/industries` as const,
  industry: (locale: Locale, slug: string) => `/${locale}/industries/${slug}` as const,
  hubs: (locale: Locale) => `/${locale}/hubs` as const,
  hub: (locale: Locale, slug: string) => `/${locale}/hubs/${slug}` as const,
  hubsBy: (locale: Locale, column: string) => `/${locale}/hubs/by/${column}` as const,
  projects: (locale: Locale) => `/${locale}/projects` as const,
  project: (locale: Locale, slug: string) => `/${locale}/projects/${slug}` as const,
  careers: (locale: Locale) => `/${locale}/careers` as const,
  opening: (locale: Locale, slug: string) => `/${locale}/careers/${slug}` as const,
  page: (locale: Locale, slug: string) => `/${locale}/${slug}` as const,
  about: (locale: Locale) => paths.page(locale, "about"),
  canada: (locale: Locale) => paths.page(locale, "canada"),
  privacy: (locale: Locale) => paths.page(locale, "privacy"),
  vendor: (locale: Locale) => `/${locale}/vendor` as const,
  /** A file of content/files. */
  file: (name: string) => `/files/${name}` as const,
  hours: (locale: Locale, office?: string) =>
    `/${locale}/hours${office === undefined ? "" : `?office=${inQuery(office)}`}` as const,
  hoursIn: (locale: Locale, city: string) => `/${locale}/hours/${city}` as const,
  /** The hours of a city, for calendar programs. */
  hoursCalendar: (locale: Locale, city: string) => `${paths.hoursIn(locale, city)}/calendar.ics` as const,
  search: (locale: Locale, query?: string) => `/${locale}/search${query ? `?q=${inQuery(query)}` : ""}` as const,
  contact: (locale: Locale) => `/${locale}/contact` as const,
  inquiry: (locale: Locale, service?: string) => `/${locale}/inquiry${service ? `?service=${service}` : ""}` as const,
  inquiryIn: (locale: Locale, timeZone: string) => `/${locale}/inquiry?zone=${inQuery(timeZone)}` as const,
  inquiryAbout: (locale: Locale, query: string) => `/${locale}/inquiry?about=${inQuery(query)}` as const,
  newsletter: (locale: Locale) => `/${locale}/newsletter` as const,
  reply: (locale: Locale, article?: string) => `/${locale}/reply${article ? `?article=${article}` : ""}` as const,
  application: (locale: Locale, opening?: string) =>
    `/${locale}/application${opening ? `?opening=${opening}` : ""}` as const,
  /** `call` vouches for whoever asks for a call there. */
  received: (locale: Locale, form: string, ref?: string, call?: string) =>
    `/${locale}/${form}/received${ref ? `?ref=${ref}${call ? (`&call=${call}` as const) : ""}` : ""}` as const,
};

/** The first page of a list has no number: it stands at the bare address. */
function furtherPage(page: number) {
  return page === 1 ? "" : (`/page/${page}` as const);
}

/** A slash may stand in a query as it is, and time zones are easier to read with theirs. */
function inQuery(value: string): string {
  return encodeURIComponent(value).replaceAll("%2F", "/");
}
