export const locales = ["en", "es"] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "en";

// Spanish as Colombia writes it: 10.000, and a dot from four digits on would need es-CO; English as the United States does.
export const languageTags: Record<Locale, string> = { en: "en-US", es: "es-CO" };

export function isLocale(value: string | undefined): value is Locale {
  return locales.some((locale) => locale === value);
}
