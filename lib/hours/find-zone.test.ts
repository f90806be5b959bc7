import fc from "fast-check";
import { expect, test } from "vitest";
import { locales } from "#lib/i18n/locales.ts";
import { cities } from "./cities.ts";
import { findZone } from "./find-zone.ts";
import { furtherCities } from "./further-cities.ts";
import { regions } from "./regions.ts";
import { sharedHours } from "./shared-hours.ts";

test.each([
  ["New York", "America/New_York", "Nueva York"],
  ["nueva york", "America/New_York", "Nueva York"],
  ["new-york", "America/New_York", "Nueva York"],
  ["NYC", "America/New_York", "Nueva York"],
  ["New York, NY", "America/New_York", "Nueva York"],
  ["Washington, D.C.", "America/New_York", "Washington"],
  ["dc", "America/New_York", "Washington"],
  ["LA", "America/Los_Angeles", "Los Ángeles"],
  ["sf", "America/Los_Angeles", "San Francisco"],
  ["CDMX", "America/Mexico_City", "Ciudad de México"],
  ["ciudad de mexico", "America/Mexico_City", "Ciudad de México"],
  ["St. John's", "America/St_Johns", "San Juan de Terranova"],
  ["saint john’s", "America/St_Johns", "San Juan de Terranova"],
  ["  MEDELLIN ", "America/Bogota", "Medellín"],
  ["Montréal", "America/Toronto", "Montreal"],
  ["London", "Europe/London", "Londres"],
  ["London, ON", "America/Toronto", "London, ON"],
  ["austin", "America/Chicago", "Austin"],
  ["Austin TX", "America/Chicago", "Austin"],
  ["Austin, Texas", "America/Chicago", "Austin"],
  ["austin-tx", "America/Chicago", "Austin"],
  ["Toronto, Canada", "America/Toronto", "Toronto"],
  ["Toronto, Ontario, Canada", "America/Toronto", "Toronto"],
  ["Houston, Texas, USA", "America/Chicago", "Houston"],
  ["Filadelfia, Pensilvania, Estados Unidos", "America/New_York", "Filadelfia"],
  ["Plano, Texas", "America/Chicago", "Plano, TX"],
  ["Vancouver, Washington", "America/Los_Angeles", "Vancouver, WA"],
  ["Saint Louis", "America/Chicago", "San Luis"],
  ["Saint John", "America/Moncton", "Saint John, NB"],
  ["Portland", "America/Los_Angeles", "Portland"],
  ["Portland, Maine", "America/New_York", "Portland, ME"],
  ["Vancouver", "America/Vancouver", "Vancouver"],
])("%s is a city", (typed, timeZone, label) => {
  expect(findZone(typed, "es")).toMatchObject({ ok: true, timeZone, label });
});

test.each([
  ["Texas", "America/Chicago", "Texas", true],
  ["tx", "America/Chicago", "Texas", true],
  ["Ontario", "America/Toronto", "Ontario", true],
  ["Columbia Británica", "America/Vancouver", "British Columbia", true],
  ["carolina del norte", "America/New_York", "North Carolina", undefined],
  ["Estado de Washington", "America/Los_Angeles", "Washington State", undefined],
  ["WA", "America/Los_Angeles", "Washington State", undefined],
  ["New York State", "America/New_York", "New York State", undefined],
  ["Georgia", "America/New_York", "Georgia", undefined],
])(
  "%s is a state or a province, and it is known whether all of it keeps one clock",
  (typed, timeZone, label, isSplit) => {
    const found = findZone(typed, "en");
    expect(found).toMatchObject({ ok: true, timeZone, label });
    expect(found.ok && found.isSplit).toBe(isSplit);
  },
);

test.each(regions)("$code is found by its name, with the clock of a zone that is known", ({ name, timeZone }) => {
  for (const locale of locales) expect(findZone(name[locale], locale)).toMatchObject({ ok: true, timeZone });
});

test.each(cities.filter(({ region }) => region))("$slug lies in a state or province that is known", ({ region }) => {
  expect(regions.map(({ code }) => code)).toContain(region);
});

test.each([
  ["America/Toronto", "America/Toronto", "Toronto"],
  ["america/new_york", "America/New_York", "New York"],
  ["America/Detroit", "America/Detroit", "Detroit"],
  ["Buenos Aires", "America/Argentina/Buenos_Aires", "Buenos Aires"],
  ["america/argentina/buenos_aires", "America/Argentina/Buenos_Aires", "Buenos Aires"],
  ["America/Buenos_Aires", "America/Argentina/Buenos_Aires", "Buenos Aires"],
  ["São Paulo", "America/Sao_Paulo", "Sao Paulo"],
  ["Kolkata", "Asia/Kolkata", "Kolkata"],
  ["calcutta", "Asia/Kolkata", "Kolkata"],
  ["Asia/Calcutta", "Asia/Kolkata", "Kolkata"],
  ["Kathmandu", "Asia/Kathmandu", "Kathmandu"],
  ["Kiev", "Europe/Kyiv", "Kyiv"],
  ["Adelaide", "Australia/Adelaide", "Adelaide"],
  ["US/Eastern", "America/New_York", "New York"],
  ["America/Argentina/ComodRivadavia", "America/Argentina/Catamarca", "Catamarca"],
  ["canada/pacific", "America/Vancouver", "Vancouver"],
])("%s is a zone of the IANA database", (typed, timeZone, label) => {
  expect(findZone(typed, "en")).toMatchObject({ ok: true, timeZone, label });
});

test.each([
  ["America/New_York", ["EST", "edt", "ET", "Eastern", "eastern time", "Hora del Este", "este"]],
  ["America/Chicago", ["CST", "CDT", "ct", "Central", "Central Standard Time", "hora central", "Hora del Centro"]],
  ["America/Denver", ["MST", "MDT", "MT", "Mountain Time", "hora de la montaña"]],
  ["America/Los_Angeles", ["PST", "pdt", "PT", "Pacific", "hora del Pacífico"]],
  ["America/Halifax", ["AST", "ADT", "Atlantic Time", "hora del Atlántico"]],
  ["America/St_Johns", ["NST", "NDT", "Newfoundland Time", "hora de Terranova"]],
  ["Pacific/Honolulu", ["HST", "Hawaii time", "hora de Hawái"]],
  ["Europe/London", ["BST"]],
  ["UTC", ["UTC", "gmt", "Etc/UTC", "UTC+0", "UTC-0"]],
])("%s is what people mean by %s", (timeZone, abbreviations) => {
  for (const typed of abbreviations) expect(findZone(typed, "en")).toMatchObject({ ok: true, timeZone });
});

test.each([
  ["UTC+5:30", "+05:30", "UTC+5:30"],
  ["utc +05:30", "+05:30", "UTC+5:30"],
  ["UTC 5:30", "+05:30", "UTC+5:30"],
  ["+0530", "+05:30", "UTC+5:30"],
  ["GMT+5", "+05:00", "UTC+5"],
  ["UTC−3", "-03:00", "UTC−3"],
  ["UTC–3", "-03:00", "UTC−3"],
  ["-3", "-03:00", "UTC−3"],
  ["UTC+14", "+14:00", "UTC+14"],
  ["UTC-12", "-12:00", "UTC−12"],
  ["Etc/GMT+5", "-05:00", "UTC−5"],
])("%s is an offset", (typed, timeZone, label) => {
  expect(findZone(typed, "en")).toMatchObject({ ok: true, timeZone, label });
});

test.each([
  ["Tornoto", ["Toronto"]],
  ["Maimi", ["Miami"]],
  ["Chcago", ["Chicago"]],
  ["Nueva Yorc", ["New York"]],
  ["Tokio", ["Tokyo"]],
  ["Austin, Texass", ["Austin"]],
])("%s is unknown, and close to %s", (typed, labels) => {
  const found = findZone(typed, "en");
  expect(found).toMatchObject({ ok: false, reason: "unknown", suggestions: labels.map((label) => ({ label })) });
});

test.each([
  "5",
  "UTC+",
  "UTC+15",
  "UTC-13",
  "UTC+5:07",
  "UTC+5:75",
  "IST",
  "Mars/Olympus",
  "America/",
  "SystemV/EST5",
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "<script>",
  "!!!",
  "💥",
  "x".repeat(100_000),
])("%.40s is unknown, and close to nothing", (typed) => {
  expect(findZone(typed, "en")).toEqual({ ok: false, reason: "unknown", suggestions: [] });
});

test.each(["", "   ", "\t\n"])("%j is empty", (typed) => {
  expect(findZone(typed, "en")).toEqual({ ok: false, reason: "empty", suggestions: [] });
});

test.each(locales)("every city to choose from is found by its name in %s and by its slug", (locale) => {
  for (const { slug, timeZone, name } of cities) {
    const place = { ok: true, key: slug, timeZone, label: name[locale] };
    expect(findZone(name[locale], locale)).toEqual(place);
    expect(findZone(slug, locale)).toEqual(place);
  }
});

test("every further city and every zone that the engine knows is found, has hours, and is found again by its key", () => {
  const typed = [...Object.values(furtherCities).flat(), ...Intl.supportedValuesOf("timeZone")];
  for (const each of typed) {
    const found = findZone(each, "es");
    if (!found.ok) throw new Error(`${each} is not found`);
    expect(findZone(found.key, "es")).toEqual(found);
    expect(sharedHours({ timeZone: found.timeZone, date: "2026-06-01" }).slots).toHaveLength(96);
  }
});

test("whatever is typed gets an answer, and a place that is found is found again by its key", () => {
  const pieces = fc.constantFrom("UTC", "+", "-", "−", "5", ":30", "/", "America", "new", "york", " ", "St.", ",", "É");
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces).map((each) => each.join("")),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const found = findZone(typed, "en");
      if (found.ok) expect(findZone(found.key, "en")).toEqual(found);
    }),
    { numRuns: 1000 },
  );
});
