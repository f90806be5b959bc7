import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

test.each([
  ["[x](https://a.test/page”)", "”", "in it; remove it, or write %E2%80%9D if it belongs there"],
  ["<https://a.test/“x>", "“", "in it; remove it, or write %E2%80%9C if it belongs there"],
  ["[x][y]\n\n[y]: https://a.test/page…", "…", "in it; remove it, or write %E2%80%A6 if it belongs there"],
  ["[x](https://a.test/page—)", "—", "in it; remove it, or write %E2%80%94 if it belongs there"],
  [
    "[x](https://a.test/pa\u200bge)",
    "U+200B, which nobody can see,",
    "in it; remove it, or write %E2%80%8B if it belongs there",
  ],
  [
    "[x](https://a.test/page\u00ad)",
    "U+00AD, which nobody can see,",
    "in it; remove it, or write %C2%AD if it belongs there",
  ],
  [
    "[x](https://a.test/page\u200d)",
    "U+200D, which nobody can see,",
    "in it; remove it, or write %E2%80%8D if it belongs there",
  ],
  ["[x](https://a.test/page%E2%80%9D)", "”", "at its end (%E2%80%9D); remove it"],
  ["[x](https://a.test/page,)", ",", "in it; remove it, or write %2C if it belongs there"],
  ["[x](https://a.test/page%22)", '"', "at its end (%22); remove it"],
  ["[x](https://a.test/page%C2%A0)", "U+00A0, which nobody can see,", "at its end (%C2%A0); remove it"],
  [
    "[x](https://a.test/page&nbsp;)",
    "U+00A0, which nobody can see,",
    "in it; remove it, or write %C2%A0 if it belongs there",
  ],
  ["[x](mailto:ana@a.test;)", ";", "in it; remove it, or write %3B if it belongs there"],
])("a written address with a sign of print is a warning: %s", (markdown, sign, rest) => {
  const line = markdown.includes("[y]:") ? 13 : 11;
  expect(warningsOf(markdown, "md")).toEqual([
    `content/en/blog/a.md:${line}:1 body: warning: the address of this link has ${sign} ${rest}`,
  ]);
});

test("so is one of a block", () => {
  const block = '<Figures>\n<Figure value="1" label="x" source="y" href="https://a.test/x”" />\n</Figures>';
  expect(warningsOf(block, "mdx")).toEqual([
    "content/en/blog/a.mdx:12:40 body: warning: the address of this link has ” in it; remove it, or write %E2%80%9D if it belongs there",
  ]);
});

test.each([
  "[“x”…](https://a.test/caf%C3%A9?q=%E2%80%9Cx%E2%80%9D&y)",
  "[x](https://a.test/wiki/Michelson–Morley)",
  "[x](https://a.test/wiki/Apple_Inc.)",
  "[x](https://a.test/a,b;c:d)",
  "[x](https://a.test/page%2C)",
  "[x](https://a.test/می‌خواهم/👩‍💻)",
  "[x](https://a.test/l’avion/ñandú) and “https://a.test”",
])("%s is no warning", (markdown) => {
  expect(warningsOf(markdown, "md")).toEqual([]);
});

function warningsOf(text: string, ending: string): string[] {
  const root = temporaryContent({ [`en/blog/a.${ending}`]: post({}, `\n${text}\n`), "es/blog/a.md": post() });
  return checkContent(root).warnings.map(problemLine);
}
