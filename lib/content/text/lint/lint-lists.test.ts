import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

test.each([
  ["-One\n-Two\n-Three", "11:1", "-"],
  ["Text:\n-One\n-Two", "12:1", "-"],
  ["-**One**: a\n-[Two](/en/contact)", "11:1", "-"],
  ["-¿Uno?\n-“Dos”", "11:1", "-"],
  ["-`One`\n-`Two`", "11:1", "-"],
  ["-[x] done\n-[ ] open", "11:1", "-"],
  ["*One\n*Two", "11:1", "*"],
  ["+One\n+Two", "11:1", "+"],
  ["*One\n\n*Two", "11:1", "*"],
  ["1.One\n2.Two", "11:1", "1."],
  ["1)one\n2)two", "11:1", "1)"],
  ["1.One\n\n2.Two\n\n3.Three", "11:1", "1."],
  ["1.One\n2. two", "11:1", "1."],
  ["1. One\n2.Two", "12:1", "2."],
  ["- one\n-two\n- three", "12:1", "-"],
  ["* one\n*two", "12:1", "*"],
  ["-one\n- two", "11:1", "-"],
  ["> -One\n> -Two", "11:3", "-"],
  ["- a\n  -One\n  -Two", "12:3", "-"],
])("a list that is typed without spaces is one warning: %j", (text, place, mark) => {
  const message = `put a space after the ${mark} and before the words, on each line; without it this is no list`;
  expect(warningsOf(text)).toEqual([`${place} body: warning: ${message}`]);
});

test.each([
  ["1.- Uno\n2.- Dos", "11:1", "1.- begins no list; write 1. and a space before the words, on each line"],
  ["1.-Uno\n\n2.-Dos", "11:1", "1.- begins no list; write 1. and a space before the words, on each line"],
  ["Hay dos:\na) Uno\nb) Dos", "12:1", "a) begins no list; write - and a space before the words, on each line"],
  ["A) Uno\nB) Dos", "11:1", "A) begins no list; write - and a space before the words, on each line"],
])("a list with marks that Markdown does not know is one warning: %j", (text, place, message) => {
  expect(warningsOf(text)).toEqual([`${place} body: warning: ${message}`]);
});

test.each([
  "-5 degrees\n-10 degrees",
  "See a) and\nb) alone",
  "a) alone\nand nothing",
  "-One alone, and\nother words",
  "*One*\n*Two*",
  "*One*, and *two*\n*three*",
  "1.5 million\n2.5 million",
  "1.000 personas\n2.000 personas",
  "25.12.2025\n26.12.2025",
  "1.º lugar\n2.º lugar",
  "1.er lugar\n3.er lugar",
  "–Hola, dijo.\n–Adiós.",
  "—Hola, dijo.\n—Adiós.",
  "-Hola, dijo.\n\n-Adiós.",
  "+57 601 000 0000\n+1 604 000 0000",
  "- one\n- two\n\n-Three",
  "- one -two\n- three",
  "Text.\n\n```\n-One\n-Two\n```",
  "A well-\nknown -one\nand -two",
])("what only looks like one is none: %j", (text) => {
  expect(warningsOf(text)).toEqual([]);
});

/** Of a text that begins on line 11. */
function warningsOf(text: string) {
  const root = temporaryContent({ "en/blog/a.md": post({}, `\n${text}\n`), "es/blog/a.md": post() });
  const { errors, warnings } = checkContent(root);
  expect(errors).toEqual([]);
  return warnings.map((problem) => problemLine(problem).replace("content/en/blog/a.md:", ""));
}
