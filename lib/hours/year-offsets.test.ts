import { expect, test } from "vitest";
import { formatOffset } from "#lib/i18n/format.ts";
import { yearOffsets } from "./year-offsets.ts";

test.each([
  ["America/Bogota", ["UTC−5"]],
  ["America/Santiago", ["UTC−3", "UTC−4"]],
  ["Asia/Kolkata", ["UTC+5:30"]],
  ["America/St_Johns", ["UTC−3:30", "UTC−2:30"]],
])("the clock of %s in January and in July, where that differs", (timeZone, expected) => {
  expect(yearOffsets(timeZone, 2026).map(formatOffset)).toEqual(expected);
});
