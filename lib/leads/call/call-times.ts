import type { Place } from "#lib/hours/find-zone.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatTime, formatWeekday } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMailText } from "#lib/i18n/mail-text.ts";
import { minuteIn } from "#lib/leads/zoned-time.ts";

const bogota = "America/Bogota";

/** A time by their clock and by that of Bogotá, under the day that it is where they are. */
export type CallTimes = { day: string; clocks: string[] };

export function callTimes(
  slot: Date,
  { timeZone, label }: Pick<Place, "timeZone" | "label">,
  locale: Locale,
): CallTimes {
  const { time, home } = getMailText(locale).call;
  const there = momentIn(timeZone, slot, locale);
  const here = momentIn(bogota, slot, locale);
  const saysHere = fill(time, { time: here.time, place: home });
  return {
    day: there.day,
    clocks: [
      fill(time, { time: there.time, place: label }),
      ...(label === home ? [] : [here.day === there.day ? saysHere : `${here.day}, ${saysHere}`]),
    ],
  };
}

function momentIn(zone: string, slot: Date, locale: Locale) {
  const [date = "", time = ""] = minuteIn(zone, slot.toISOString()).split(" ");
  return { day: formatWeekday(date, locale), time: formatTime(time, locale) };
}
