import { calendarFile } from "#lib/calendar/calendar-file.ts";
import { calendarText } from "#lib/calendar/calendar-text.ts";
import type { City } from "#lib/hours/cities.ts";
import type { ClockPeriod } from "#lib/hours/clock-periods.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatTime } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";

/**
 * The hours that a city and Bogotá share from Monday to Friday, as RFC 5545 has it: a series for each period between two changes
 * of the city's clock. They stand on the clock of Bogotá, which never changes, so a program with old rules for the city's clock
 * shows them rightly, too. They leave their owner free.
 */
export function hoursCalendar(
  { slug, name }: City,
  periods: ClockPeriod[],
  { locale, siteUrl }: { locale: Locale; siteUrl: string },
): string {
  const text = getMessages(locale).hours.city;
  const city = name[locale];
  const page = siteUrl + paths.hoursIn(locale, slug);
  const events = periods.flatMap(({ from, until, hours: { overlap } }) => {
    const day = firstWeekday(from);
    if (!overlap || day > until) return [];
    const times = { from: formatTime(overlap.fromThere, locale), to: formatTime(overlap.toThere, locale) };
    return [
      "BEGIN:VEVENT",
      `UID:${slug}-${from}@${new URL(siteUrl).hostname}`,
      // The same file for the same hours, whenever it is made.
      `DTSTAMP:${plain(from)}T000000Z`,
      `DTSTART;TZID=${zone}:${plain(day)}T${plain(overlap.from)}00`,
      `DTEND;TZID=${zone}:${plain(day)}T${plain(overlap.to)}00`,
      `RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=${plain(until)}T235959Z`,
      `SUMMARY:${calendarText(fill(text.event, { city }))}`,
      `DESCRIPTION:${calendarText(fill(text.eventNote, { city, ...times }))}`,
      `URL:${page}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ];
  });

  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${new URL(siteUrl).hostname}//Shared hours//${locale.toUpperCase()}`,
    "METHOD:PUBLISH",
    "BEGIN:VTIMEZONE",
    `TZID:${zone}`,
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:-0500",
    "TZOFFSETTO:-0500",
    "END:STANDARD",
    "END:VTIMEZONE",
    ...events,
    "END:VCALENDAR",
  ];
  return calendarFile(lines);
}

const zone = "America/Bogota";

/** Without what stands between the parts of a day or a time. */
function plain(value: string): string {
  return value.replaceAll(/[-:]/g, "");
}

function firstWeekday(from: string): string {
  const day = new Date(from);
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
