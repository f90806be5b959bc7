import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { readBody } from "./body.ts";

test.each([
  ["“https://a.test/page”", "“¦https://a.test/page¦”"],
  ["«https://a.test/two», and", "«¦https://a.test/two¦», and"],
  ["‘https://a.test’ ‹https://b.test› „https://c.test“", "‘¦https://a.test¦’ ‹¦https://b.test¦› „¦https://c.test¦“"],
  ["https://a.test/page—and", "¦https://a.test/page¦—and"],
  ["https://a.test/page–and", "¦https://a.test/page¦–and"],
  ["https://a.test/page…", "¦https://a.test/page¦…"],
  ["“https://a.test/page.”", "“¦https://a.test/page¦.”"],
  ["“(see https://a.test/x_(y)).”", "“(see ¦https://a.test/x_(y)¦).”"],
  ["“www.a.test/x” “www.b.test”", "“¦www.a.test/x¦” “¦www.b.test¦”"],
  ["“ana@a.test” «ana@b.test»…", "“¦ana@a.test¦” «¦ana@b.test¦»…"],
  ["https://a.test”—“https://b.test/c”", "¦https://a.test¦”—“¦https://b.test/c¦”"],
  ["**“https://a.test/x”**", "<strong>“¦https://a.test/x¦”</strong>"],
  ["[“https://a.test”", "[“¦https://a.test¦”"],
  ["https://…", "https://…"],
  ...["\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u2060", "\ufeff", "\u00a0", "\u202f"].map((unseen) => [
    `https://a.test/x${unseen} www.b.test${unseen}then`,
    `¦https://a.test/x¦${unseen} ¦www.b.test¦${unseen}then`,
  ]),
  ["https://a.test/café/ñandú?x=1&y=(2)#z-1_b~c", "¦https://a.test/café/ñandú?x=1&#x26;y=(2)#z-1_b~c¦"],
])("an address that is a link by itself ends before the sign that follows it: %s", (markdown, marked) => {
  for (const ending of ["md", "mdx"])
    expect(markedLinks(`<p>${htmlOf(markdown, ending)}</p>`)).toBe(`<p>${marked}</p>`);
});

test.each([
  ["[“x”](https://a.test)", '<a href="https://a.test">“x”</a>'],
  ["[https://a.test”](https://a.test)", '<a href="https://a.test">https://a.test”</a>'],
  ["<https://a.test>”", '<a href="https://a.test">https://a.test</a>”'],
])("a link whose end is written stays as it is: %s", (markdown, html) => {
  expect(htmlOf(markdown, "md")).toBe(html);
});

test("what is cut off, and what follows it, has its line and column", () => {
  const text = "One\n> two “https://lnkd.in/a”—“https://lnkd.in/b” and [gallery ids=1]";
  const root = temporaryContent({ "en/blog/a.md": post({}, `\n${text}\n`), "es/blog/a.md": post() });
  const lines = checkContent(root).warnings.map(problemLine);
  expect(lines.map((line) => /:(\d+:\d+) body/.exec(line)?.[1])).toEqual(["12:8", "12:28", "12:51"]);
});

function htmlOf(markdown: string, ending: string): string {
  const file = `en/blog/a.${ending}`;
  const root = temporaryContent({ [file]: post({}, `\n${markdown}\n`) });
  const html = toHtml(readBody({ file: `content/${file}`, locale: "en" }, root).tree);
  return html.replace(/^<p>(.*)<\/p>$/s, "$1");
}

/** With ¦ around the words of each link, which are those of its address. */
function markedLinks(html: string): string {
  return html.replaceAll(/<a href="([^"]*)">(.*?)<\/a>/g, (_link, href: string, words: string) => {
    expect(decodeURI(href).replace(/^(http:\/\/(?=www)|mailto:)/, "")).toBe(words);
    return `¦${words}¦`;
  });
}
