import { expect, test } from "vitest";
import { colombianDate } from "./colombian-date.ts";

test.each([
  ["2026-03-08T04:59:59Z", "2026-03-07"],
  ["2026-03-08T05:00:00Z", "2026-03-08"],
  ["2027-01-01T03:00:00Z", "2026-12-31"],
])("at %s it is %s in Colombia", (instant, date) => {
  expect(colombianDate(new Date(instant))).toBe(date);
});
