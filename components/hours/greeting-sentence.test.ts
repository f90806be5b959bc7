import { expect, test } from "vitest";
import { clockNames } from "#lib/hours/clock-names.ts";
import { greetingSentence } from "./greeting-sentence.ts";

const en = { locale: "en", sentence: "You on {city} time: {from} to {to}", clocks: clockNames("en") } as const;
const es = {
  locale: "es",
  sentence: "Usted con la hora de {city}: de {from} a {to}",
  clocks: clockNames("es"),
} as const;

test.each([
  ["2026-03-06T15:00Z", "You on New York time: 9:00\u00a0a.m. to 6:00\u00a0p.m."],
  ["2026-03-09T15:00Z", "You on New York time: 10:00\u00a0a.m. to 6:00\u00a0p.m."],
  ["2026-11-02T15:00Z", "You on New York time: 9:00\u00a0a.m. to 6:00\u00a0p.m."],
])("at %s a visitor on the clock of New York reads: %s", (now, sentence) => {
  expect(greetingSentence("America/New_York", new Date(now), en)).toBe(sentence);
});

test("a clock is named after its first city, in the reader's language", () => {
  expect(greetingSentence("America/Los_Angeles", new Date("2026-01-15T15:00Z"), es)).toBe(
    "Usted con la hora de Los Ángeles: de 9:00 a 15:00",
  );
  expect(clockNames("en")).toMatchObject({ "America/Toronto": "Toronto", "America/Chicago": "Chicago" });
});

test.each(["America/Bogota", "Europe/London", "UTC", "", "__proto__", "constructor"])(
  "on the clock of %j nothing is said",
  (timeZone) => {
    expect(greetingSentence(timeZone, new Date("2026-01-15T15:00Z"), en)).toBeUndefined();
  },
);
