import { expect, test } from "vitest";
import { reasonsInWords } from "./reasons-in-words.ts";

test("a reason that a release before this one stored is left out", () => {
  const { reasons } = JSON.parse('{ "reasons": ["asks_nothing", "under_2_seconds"] }');
  expect(reasonsInWords({ score: 3, reasons })).toBe("sent within 2 seconds");
});
