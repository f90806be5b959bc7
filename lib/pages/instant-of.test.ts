import { expect, test } from "vitest";
import { instantOf } from "./instant-of.ts";

test.each([
  "America/Anchorage",
  "America/Vancouver",
  "America/Chicago",
  "America/Toronto",
  "America/Bogota",
  "America/St_Johns",
  "Europe/Madrid",
])("who reads in %s is told the day that the article names, summer and winter", (timeZone) => {
  const format = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone });
  for (const day of ["2025-01-01", "2025-07-01"]) expect(format.format(new Date(instantOf(day)))).toBe(day);
});
