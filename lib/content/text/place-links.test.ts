import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

const link = "https://lnkd.in/a";
const counted =
  "this link goes by way of a program that counts clicks; open it, and copy the address of the page itself";
const stars = "** is shown as it is typed; put it right before and right after the words";

// In a bracket that does not make a link, remark finds addresses only when all else has its place.
test.each([
  ["a link of a wiki", `One.\n\nSee [¦${link} x`],
  ["one of Org", `[[¦${link}][text]]`],
  ["several in a line", `See [[¦${link}][a]] and [[¦${link}][b]]. [¦${link}`],
  ["several lines", `See [¦${link}\nand [¦${link}\n  or [¦${link}`],
  ["a list", `- One\n- Two\n  and [¦${link}\n  - [¦${link}`],
  ["a quote", `> One\n> [¦${link} two\n>\n> > three\n> > [¦${link}`],
  ["a table", `| a | [¦${link} |\n| --- | --- |\n| b | c [¦${link} |`],
  ["a heading", `## A\n\n### [¦${link}`],
  ["bold words", `See **[¦${link} x** and _[¦${link}_`],
  ["a note", `A.[^1]\n\n[^1]: One\n    two [¦${link}`],
  ["signs that are written otherwise", `\\* &amp; a & b &foo; &#128512; \\\\ \\c [¦${link}`],
  ["an address with such a sign in it", `[¦${link}?a=1&amp;b=2 and [¦${link}\\_b [¦${link}`],
  ["words that hold the same", `[x${link}1 [¦${link}`],
  ["words before and after that have a place", `*a* [¦${link} **b** [¦${link}`],
])("an address that became a link by itself has its place in %s", (_where, text) => {
  expect(ofLinks(text, "md")).toEqual(placesIn(text));
  expect(ofLinks(text, "mdx")).toEqual(placesIn(text));
});

test.each([
  ["beside its tags", `<Callout title="[${link}">One [¦${link} here.\n\nTwo [¦${link}</Callout>\n\n[¦${link}`],
  ["between them", `<Callout title="[${link}">One [¦${link}</Callout>`],
  ["on lines of its own", `<Callout>\n  One\n  two [¦${link}\n</Callout>`],
])("it has its place in the text of a block, %s", (_where, text) => {
  expect(ofLinks(text, "mdx")).toEqual(placesIn(text));
});

test.each(["md", "mdx"])("in a file that ends in .%s the text around it has its place too", (ending) => {
  const text = "Well.\n\n> One [https://a.test two\n> three ¦**four [https://b.test five\n> six";
  expect(warningsOf(text, ending)).toEqual([`${placesIn(text)[0]} ${stars}`]);
});

test.each([
  ["behind such a link", "> a [https://a.test b\n> c ¦[gallery ids=1]"],
  ["in a later line of a quote", "> One\n> two ¦[gallery ids=1]"],
  ["in a later line of a list", "- One\n  two ¦[gallery ids=1]"],
  ["behind signs that are written otherwise", "\\* &amp; ¦[gallery ids=1]"],
  ["behind spaces at the end of a line", "One \ntwo ¦[gallery ids=1]"],
])("what stands %s has its line and column", (_where, text) => {
  expect(warningsOf(text, "md")).toEqual([
    `${placesIn(text)[0]} readers would see [gallery ids=1] as typed; write it as Markdown, or remove it`,
  ]);
});

function ofLinks(text: string, ending: string) {
  const warnings = warningsOf(text, ending).filter((warning) => warning.endsWith(counted));
  return warnings.map((warning) => warning.replace(` ${counted}`, ""));
}

/** Where each ¦ stands, in a text that begins on line 11. */
function placesIn(text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    const before = line.split("¦").slice(0, -1);
    return before.map((_, count) => `${index + 11}:${before.slice(0, count + 1).join("").length + 1}`);
  });
}

function warningsOf(text: string, ending: string) {
  const file = `en/blog/a.${ending}`;
  const root = temporaryContent({ [file]: post({}, `\n${text.replaceAll("¦", "")}\n`), "es/blog/a.md": post() });
  const { errors, warnings } = checkContent(root);
  expect(errors).toEqual([]);
  return warnings.map((problem) => problemLine(problem).replace(`content/${file}:`, "").replace(" body: warning:", ""));
}
