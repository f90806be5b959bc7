import { colombianDate } from "#lib/hours/colombian-date.ts";
import { findZone } from "#lib/hours/find-zone.ts";
import { sharedHours } from "#lib/hours/shared-hours.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatTime } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMailText } from "#lib/i18n/mail-text.ts";
import { placeOf } from "#lib/leads/zoned-time.ts";

/** When both of us are at work today, by their clocks and ours; nothing where the working days do not meet. */
export function hoursTogether(timeZone: string, now: Date, locale: Locale): string | undefined {
  const { overlap } = sharedHours({ timeZone, date: colombianDate(now) });
  if (!overlap) return undefined;
  const place = findZone(timeZone, locale);
  const { from, to, fromThere, toThere } = overlap;
  const clocks = Object.entries({ from, to, fromThere, toThere });
  const times = Object.fromEntries(clocks.map(([name, time]) => [name, formatTime(time, locale)]));
  return fill(getMailText(locale).receipt.together, {
    ...times,
    city: place.ok ? place.label : placeOf(timeZone),
  });
}
