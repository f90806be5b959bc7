import { colombianDate } from "#lib/hours/colombian-date.ts";
import { sharedHours } from "#lib/hours/shared-hours.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatTime } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";

export type GreetingWords = { locale: Locale; sentence: string; clocks: Record<string, string> };

/** “You and our team in Bogotá are both at work …”, of today; undefined of a clock that is not among ours. */
export function greetingSentence(
  timeZone: string,
  now: Date,
  { locale, sentence, clocks }: GreetingWords,
  offsetAt?: (instant: Date) => number,
) {
  if (!Object.hasOwn(clocks, timeZone)) return undefined;
  const { overlap } = sharedHours({ timeZone, date: colombianDate(now), offsetAt });
  if (!overlap) return undefined;
  const times = { from: formatTime(overlap.fromThere, locale), to: formatTime(overlap.toThere, locale) };
  return fill(sentence, { city: clocks[timeZone] ?? "", ...times });
}
