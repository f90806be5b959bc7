import { expect, test } from "vitest";
import { cityPages } from "#lib/hours/city-pages.ts";
import { clockPeriods } from "#lib/hours/clock-periods.ts";
import { locales } from "#lib/i18n/locales.ts";
import { hoursCalendar } from "./hours-calendar.ts";

const siteUrl = "https://www.dreamcode.example";

test("of Toronto it has a series for each period, on the clock of Bogotá and from the first weekday on", () => {
  const calendar = calendarOf("toronto", "en");
  expect(valuesOf(calendar, "DTSTART;TZID=America/Bogota")).toEqual([
    "20260101T090000",
    "20260309T090000",
    "20261102T090000",
    "20270315T090000",
    "20271108T090000",
  ]);
  expect(valuesOf(calendar, "DTEND;TZID=America/Bogota").map((end) => end.slice(-6))).toEqual([
    "180000",
    "170000",
    "180000",
    "170000",
    "180000",
  ]);
  expect(valuesOf(calendar, "RRULE").at(0)).toBe("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20260307T235959Z");
  expect(valuesOf(calendar, "SUMMARY").at(0)).toBe("Toronto and Bogotá at work");
  expect(valuesOf(calendar, "DESCRIPTION").at(1)).toBe(
    "10:00\u00a0a.m. to 6:00\u00a0p.m. in Toronto: both teams are at their desks. Nothing is booked.",
  );
  expect(new Set(valuesOf(calendar, "UID")).size).toBe(5);
});

test("both are at work at every hour that it shows, on the last day before a change and on the first one after it", () => {
  for (const { slug, timeZone } of cityPages) {
    const calendar = calendarOf(slug, "es");
    const ends = valuesOf(calendar, "DTEND;TZID=America/Bogota");
    for (const [index, start] of valuesOf(calendar, "DTSTART;TZID=America/Bogota").entries()) {
      const until = valuesOf(calendar, "RRULE")[index]?.match(/UNTIL=(\d{8})/)?.[1] ?? "";
      for (const day of [start.slice(0, 8), until]) {
        expect(clockAt(timeZone, day, start.slice(9, 13)) >= "09:00", `${slug} ${day}`).toBe(true);
        expect(clockAt(timeZone, day, ends[index]?.slice(9, 13) ?? "") <= "18:00", `${slug} ${day}`).toBe(true);
      }
    }
  }
});

test("it takes nobody's time: it shows them as free, is no invitation, and says that nothing is booked", () => {
  const calendar = calendarOf("honolulu", "es");
  expect(valuesOf(calendar, "TRANSP")).toEqual(["TRANSPARENT"]);
  expect(valuesOf(calendar, "METHOD")).toEqual(["PUBLISH"]);
  expect(valuesOf(calendar, "DESCRIPTION").at(0)).toContain("No se agenda nada.");
  expect(calendar).not.toMatch(/ATTENDEE|ORGANIZER/);
});

test.each(cityPages)(
  "the file of $slug keeps to RFC 5545: lines of 75 bytes, whole characters, ends by CR LF",
  (city) => {
    for (const locale of locales) {
      const calendar = hoursCalendar(city, clockPeriods(city.timeZone, 2026), { locale, siteUrl });
      expect(calendar.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      for (const line of calendar.split("\r\n")) {
        expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
        expect(line).not.toContain("\ufffd");
      }
      const [first] = valuesOf(calendar, "URL");
      expect(first).toBe(`${siteUrl}/${locale}/hours/${city.slug}`);
    }
  },
);

test("a line that is folded more than once is within 75 bytes with the space that it begins with", () => {
  const name = "é".repeat(200);
  const city = { slug: "x", timeZone: "America/Toronto", region: "ON", short: [], name: { en: name, es: name } };
  const calendar = hoursCalendar(city, clockPeriods("America/Toronto", 2026), { locale: "en", siteUrl });
  expect(Math.max(...calendar.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(valuesOf(calendar, "SUMMARY").at(0)).toBe(`${name} and Bogotá at work`);
});

test("a comma in a text does not end it", () => {
  const city = { slug: "x", timeZone: "America/Toronto", region: "ON", short: [], name: { en: "A, B; C", es: "A" } };
  const calendar = hoursCalendar(city, clockPeriods("America/Toronto", 2026), { locale: "en", siteUrl });
  expect(calendar).toContain("SUMMARY:A\\, B\\; C and Bogotá at work\r\n");
});

function calendarOf(slug: string, locale: "en" | "es") {
  const city = cityPages.find((each) => each.slug === slug);
  if (!city) throw new Error(`no city ${slug}`);
  return hoursCalendar(city, clockPeriods(city.timeZone, 2026), { locale, siteUrl });
}

/** Of every line with this name, unfolded. */
function valuesOf(calendar: string, name: string): string[] {
  const lines = calendar.replaceAll("\r\n ", "").split("\r\n");
  return lines.flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1)] : []));
}

/** What a clock there shows at a time of Bogotá: `20260309` and `0900`. */
function clockAt(timeZone: string, day: string, time: string): string {
  const [, year, month, date] = /(\d{4})(\d\d)(\d\d)/.exec(day) ?? [];
  const instant = new Date(`${year}-${month}-${date}T${time.slice(0, 2)}:${time.slice(2)}-05:00`);
  return new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short" }).format(instant);
}
