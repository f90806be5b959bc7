import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { readBody } from "./body.ts";
import { plainSpaces } from "./plain-spaces.ts";

test.each(["\u00a0", "\u202f", "\u2003", "\u3000", "\u200b", "\ufeff", "\u00a0 \u00a0"])(
  "marks that %j follows are the marks that were meant",
  (space) => {
    const text = `##${space}Costs\n\n-${space}one\n*${space}two\n\n1.${space}three\n2)${space}four\n\n>${space}#${space}five\n\n${space}\nsix\n${space}\nseven`;
    expect(htmlOf(text)).toBe(htmlOf(text.replaceAll(space, " ")));
  },
);

test.each([
  "10\u00a0000 people",
  "\u00a0\u00a0\u00a0\u00a0An indented line",
  "a -\u00a0b",
  "+\u00a057 601 000 0000",
  "Nota:\u00a0x",
  "**\u00a0a",
])("%j stays as it is", (line) => {
  expect(plainSpaces(line)).toBe(line);
});

test("a very long line of such spaces takes no time", () => {
  const line = "\u00a0".repeat(200_000);
  expect(plainSpaces(`${line}x\n-${line}x`)).toHaveLength(400_004);
});

function htmlOf(text: string) {
  const root = temporaryContent({ "en/blog/a.md": post({}, text) });
  return toHtml(readBody({ file: "content/en/blog/a.md", locale: "en" }, root).tree).replaceAll(/\s+/g, " ");
}
