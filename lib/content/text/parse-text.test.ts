import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

// The text begins in line 10, and of blocks, each in a line of its own, the fiftieth is meant.
const tooDeep = /^content\/en\/blog\/a\.mdx?:(12|61):\d+ body: stands more than 50 levels deep in quotes, lists,/;

test.each([
  ["quotes", "a.md", ">".repeat(60)],
  ["so many quotes that no page can be made", "a.md", ">".repeat(3_000)],
  ["so many quotes that they cannot be read", "a.md", ">".repeat(20_000)],
  ["so many quotes in a file with blocks that they cannot be read", "a.mdx", ">".repeat(20_000)],
  ["lists", "a.md", "- ".repeat(60)],
  ["slanted words", "a.md", "*a ".repeat(60) + "b*".repeat(60)],
  ["blocks", "a.mdx", `${"<Callout>\n".repeat(60)}\nText\n\n${"</Callout>\n".repeat(60)}`],
])("a text too deep in %s is told of with its line", (_name, file, deep) => {
  expect(problemsOf(file, `Text.\n\n${deep} words\n`)).toContainEqual(expect.stringMatching(tooDeep));
});

test("a text that is twenty quotes deep is read", () => {
  expect(problemsOf("a.md", `Text.\n\n${">".repeat(20)} words\n`)).toEqual([]);
});

function problemsOf(file: string, body: string) {
  const root = temporaryContent({ [`en/blog/${file}`]: post({}, body) });
  const { errors, warnings } = checkContent(root);
  return [...errors, ...warnings].map(problemLine).filter((line) => line.includes(" body: "));
}
