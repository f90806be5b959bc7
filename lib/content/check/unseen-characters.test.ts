import { expect, test } from "vitest";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { checkContent } from "./check-content.ts";

test.each([
  ["a line break of Word", "\u000b", "000B"],
  ["a backspace", "\b", "0008"],
  ["a page break", "\f", "000C"],
  ["a byte that is nothing", "\u0000", "0000"],
  ["a byte order mark read the wrong way round", "\ufffe", "FFFE"],
  ["no character at all", "\uffff", "FFFF"],
])("%s is refused wherever it stands in a file, each with its place", (_name, character, code) => {
  const root = temporaryContent({
    "en/blog/a.md": post({ title: `"A${character}B"` }, `\nOne.\r\n${character}two${character}\n`),
    "es/blog/a.md": post(),
    "en/blog/b.mdx": post({ url: "b" }, `\n<Callout>x${character}</Callout>\n`),
    "tags.yaml": `hiring: { en: ${character}Hiring, es: Contratación }\n`,
    "es/replies/a.yaml": `replies:\n  - name: Ana${character}\n    date: 2025-04-02\n    text: x\n`,
    "en/messages.ts": `export const title = "${character}";\n`,
  });
  const message = `file: U+${code} stands here, which nobody can see and no feed can hold; remove it, or type here what was meant`;
  expect(checkContent(root).errors.map(problemLine)).toEqual(
    [
      "en/blog/a.md:4:10",
      "en/blog/a.md:12:1",
      "en/blog/a.md:12:5",
      "en/blog/b.mdx:11:11",
      "en/messages.ts:1:23",
      "es/replies/a.yaml:2:14",
      "tags.yaml:1:15",
    ].map((place) => `content/${place} ${message}`),
  );
});

test("one that a backslash in double quotes stands for is refused at its key", () => {
  const root = temporaryContent({
    "en/blog/a.md": post({ title: '"A\\x07B"' }),
    "es/blog/a.md": post({ title: '"A\\tB \\xe9"' }),
    "tags.yaml": 'hiring: { en: "\\uFFFE", es: Contratación }\n',
  });
  const message =
    "a \\ in it stands for a character that nobody can see and no feed can hold; remove it, or type what was meant";
  expect(checkContent(root).errors.map(problemLine)).toEqual([
    `content/en/blog/a.md:4:8 title: ${message}`,
    `content/tags.yaml:1:15 hiring: ${message}`,
  ]);
});

test.each(["\t", "\u00a0", "\u200b", "\u2028", "😀", "\u0301", "é"])("%j is no such character", (character) => {
  const root = temporaryContent({ "en/blog/a.md": post({}, `\nOne${character}.\n`) });
  expect(checkContent(root).errors).toEqual([]);
});

test("a file in UTF-16 is one error, which drowns no other", () => {
  const utf16 = Buffer.from(`\ufeff${post({ url: "b" })}`, "utf16le");
  const root = temporaryContent({ "en/blog/a.md": post({ title: '"' }), "en/blog/b.md": utf16 });
  const lines = checkContent(root).errors.map(problemLine);
  expect(lines.filter((line) => line.startsWith("content/en/blog/b.md"))).toEqual([
    "content/en/blog/b.md:1:1 file: is not UTF-8 text from here on; save it with the encoding UTF-8",
  ]);
  expect(lines.some((line) => line.startsWith("content/en/blog/a.md"))).toBe(true);
});
