import { expect, test } from "vitest";
import { keepLines } from "./keep-lines.ts";

const before = `* one _word_ and __two__
* two
  * three

A \\< B, \\{C} and snake_case.

1. one
1. two`;
const after = `- one _word_ and **two**
- two
    - three

A < B, {C} and snake_case.

1. one
2. two`;

test("lines that only the editor's rich form spelled anew stay as they were written", () => {
  const spaced = before.replace("\n\nA", "\n\n\nA");
  expect(keepLines(spaced, after)).toBe(spaced);
});

test("a line that was changed is the one that differs, with its signs escaped", () => {
  expect(keepLines(before, after.replace("and snake", "or `{d}` and snake"))).toBe(
    before.replace("and snake", "or `{d}` and snake"),
  );
});

test.each([
  ["a new line", "- two\n", "- two\n- new\n", "* two\n", "* two\n- new\n"],
  ["a line that is gone", "- two\n", "", "* two\n", ""],
  ["a word in bold", "snake_case", "**snake_case**", "snake_case", "**snake_case**"],
  ["a line further in", "- two", "    - two", "* two", "    - two"],
])("%s is kept", (_name, old, changed, was, expected) => {
  expect(keepLines(before, after.replace(old, changed))).toBe(before.replace(was, expected));
});

test("in code nothing is escaped", () => {
  expect(keepLines("", "```\na < {b}\n```")).toBe("```\na < {b}\n```");
});
