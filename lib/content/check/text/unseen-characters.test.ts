import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

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

test.each([
  ["where a picture stood", "\ufffc", "U+FFFC stands here, where another program had a picture"],
  ["an annotation", "\ufff9", "U+FFF9 stands here, which nobody can see"],
  ["a blank of Hangul", "\u3164", "U+3164 stands here, which nobody can see"],
  ["a half blank of Hangul", "\uffa0", "U+FFA0 stands here, which nobody can see"],
  ["a letter without a shape", "\u034f", "U+034F stands here, which nobody can see"],
  ["an unseen sign of mathematics", "\u2063", "U+2063 stands here, which nobody can see"],
  ["words in tags", "\u{e0041}\u{e0042}\u{e0043}", "U+E0041 stands here, which nobody can see"],
  ["no character of a further plane", "\u{1fffe}", "U+1FFFE stands here, which nobody can see"],
  [
    "a sign of Wingdings",
    "\uf0e0",
    "U+F0E0 stands here, a sign of a font of its own, which readers see as an empty box",
  ],
  ["another", "\ufdd0", "U+FDD0 stands here, which nobody can see"],
])("%s is a warning wherever it stands", (_name, characters, said) => {
  const root = temporaryContent({
    "en/blog/a.md": post({}, `\nOne.\nIt${characters} and ${characters}so\n`),
    "es/blog/a.md": post(),
    "tags.yaml": `hiring: { en: "${characters}Hiring", es: Contratación }\n`,
    "en/messages.ts": `export const title = "${characters}";\n`,
  });
  expect(checkContent(root).warnings.map(problemLine)).toEqual(
    ["en/blog/a.md:12:3", `en/blog/a.md:12:${8 + characters.length}`, "en/messages.ts:1:23", "tags.yaml:1:16"].map(
      (place) => `content/${place} file: warning: ${said}; remove it, or type here what was meant`,
    ),
  );
});

test.each([
  ["emoji that are joined", "👩‍💻 👨‍👩‍👧 ❤️ 1️⃣ ☺︎"],
  ["flags of tags", "🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇨🇴"],
  ["Persian and Hindi", "می‌خواهم क्‍ष"],
  ["letters that choose a form", "葛\u{e0100}"],
  ["places to break or to join a word", "co\u00adoperate a\u200bb c\u2060d"],
])("%s are no such characters", (_name, text) => {
  const root = temporaryContent({ "en/blog/a.md": post({}, `\nA ${text}.\n`), "es/blog/a.md": post() });
  expect(checkContent(root)).toMatchObject({ errors: [], warnings: [] });
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
