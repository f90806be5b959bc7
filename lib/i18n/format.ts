import { fill } from "./fill.ts";
import { type Locale, languageTags } from "./locales.ts";

/** `2025-04-02` as a reader writes it. A date has no zone: it is the same day everywhere. */
export function formatDate(date: string, locale: Locale): string {
  return new Intl.DateTimeFormat(languageTags[locale], { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));
}

/** `2026-12-01` as the heading of a day that is near: `Tuesday, December 1`. */
export function formatWeekday(date: string, locale: Locale): string {
  const near = { weekday: "long", month: "long", day: "numeric", timeZone: "UTC" } as const;
  const day = new Intl.DateTimeFormat(languageTags[locale], near).format(new Date(date));
  return day.charAt(0).toLocaleUpperCase(languageTags[locale]) + day.slice(1);
}

/** `09:00` as a reader writes it: `9:00 a.m.`, or `9:00` where a day has 24 hours. `24:00` is the end of a day. */
export function formatTime(time: string, locale: Locale): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const half = halvesOfDay[locale];
  const shown = half ? hours % 12 || 12 : hours;
  const written = `${shown}:${String(minutes).padStart(2, "0")}`;
  return half ? `${written}\u00a0${hours % 24 < 12 ? half.before : half.after}` : written;
}

/** Of languages whose readers count twelve hours. */
const halvesOfDay: Partial<Record<Locale, { before: string; after: string }>> = {
  en: { before: "a.m.", after: "p.m." },
};

export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(languageTags[locale]).format(value);
}

/** A count in full, or in millions from one million on: `475,272`, `214.3 million`. */
export function formatCount(value: number, locale: Locale): string {
  if (value < 1_000_000) return formatNumber(value, locale);
  const inWords = { notation: "compact", compactDisplay: "long", maximumSignificantDigits: 4 } as const;
  return new Intl.NumberFormat(languageTags[locale], inWords).format(value);
}

/** `0 replies`, `1 reply`: the sentence that the language has for the number, with the {count} in it. */
export function formatPlural(count: number, sentences: { one: string; other: string }, locale: Locale): string {
  const form = new Intl.PluralRules(languageTags[locale]).select(count) === "one" ? "one" : "other";
  return fill(sentences[form], { count: formatNumber(count, locale) });
}

/** `340 kB`, `1.2 MB`. */
export function formatFileSize(bytes: number, locale: Locale): string {
  const isLarge = bytes >= 999_500;
  const unit = { style: "unit", unit: isLarge ? "megabyte" : "kilobyte", unitDisplay: "short" } as const;
  const digits = { maximumFractionDigits: isLarge ? 1 : 0 };
  const size = isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1000);
  return new Intl.NumberFormat(languageTags[locale], { ...unit, ...digits }).format(size);
}

/** Minutes ahead of UTC as the name of a clock: `UTC−5`, `UTC+5:30`. */
export function formatOffset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? "−" : "+"}${hours}${rest ? `:${rest}` : ""}`;
}

/** `90` minutes as `1 hr, 30 min`; whole hours as `1 hour`. */
export function formatDuration(minutes: number, locale: Locale): string {
  const unit = (name: string, value: number) =>
    new Intl.NumberFormat(languageTags[locale], { style: "unit", unit: name, unitDisplay: "long" }).format(value);
  const parts = [
    Math.floor(minutes / 60) && unit("hour", Math.floor(minutes / 60)),
    minutes % 60 && unit("minute", minutes % 60),
  ];
  return new Intl.ListFormat(languageTags[locale], { type: "unit" }).format(parts.filter((part) => part !== 0));
}

/** `Cali, Bogotá and Medellín`. */
export function formatList(words: string[], locale: Locale): string {
  return new Intl.ListFormat(languageTags[locale]).format(words);
}
