import { isLocale, type Locale } from "./locales.ts";

/** Every address of the site. Nobody else puts paths together. */
export const paths = {
  home: (locale: Locale) => `/${locale}` as const,
  blog: (locale: Locale) => `/${locale}/blog` as const,
  article: (locale: Locale, slug: string) => `/${locale}/blog/${slug}` as const,
  category: (locale: Locale, category: string) => `/${locale}/blog/category/${category}` as const,
  services: (locale: Locale) => `/${locale}/services` as const,
  service: (locale: Locale, slug: string) => `/${locale}/services/${slug}` as const,
  hubs: (locale: Locale) => `/${locale}/hubs` as const,
  hub: (locale: Locale, slug: string) => `/${locale}/hubs/${slug}` as const,
  hubsBy: (locale: Locale, column: string) => `/${locale}/hubs/by/${column}` as const,
  projects: (locale: Locale) => `/${locale}/projects` as const,
  project: (locale: Locale, slug: string) => `/${locale}/projects/${slug}` as const,
  page: (locale: Locale, slug: string) => `/${locale}/${slug}` as const,
  hours: (locale: Locale, office?: string) =>
    `/${locale}/hours${office ? `?office=${encodeURIComponent(office)}` : ""}` as const,
  contact: (locale: Locale) => `/${locale}/contact` as const,
  contactReceived: (locale: Locale) => `/${locale}/contact/received` as const,
  inquiry: (locale: Locale, service?: string) => `/${locale}/inquiry${service ? `?service=${service}` : ""}` as const,
  inquiryIn: (locale: Locale, timeZone: string) => `/${locale}/inquiry?zone=${encodeURIComponent(timeZone)}` as const,
  inquiryReceived: (locale: Locale) => `/${locale}/inquiry/received` as const,
};

/** What may follow the language. An address that begins with one of these and names no language gets the reader's. */
export const sections = ["blog", "services", "hubs", "projects", "hours", "about", "contact", "inquiry", "privacy"];

export function localeOf(path: string): Locale | undefined {
  const first = path.split("/")[1];
  return isLocale(first) ? first : undefined;
}
