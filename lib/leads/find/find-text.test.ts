import { expect, test } from "vitest";
import { findText } from "./find-text.ts";

test("what a lead is found by fits into an index of PostgreSQL, whatever letters its name is of", () => {
  for (const letter of ["x", "각", "𠀀", "ﷺ", "🦙"]) {
    const text = findText({ name: letter.repeat(200), company: letter.repeat(200), email: `${letter}@company.com` });
    expect(Buffer.byteLength(text), letter).toBeLessThanOrEqual(2_000);
    expect(text, letter).not.toContain("\uFFFD");
  }
});
