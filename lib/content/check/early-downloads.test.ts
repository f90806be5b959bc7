import { expect, test } from "vitest";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { colombianDate } from "#lib/hours/colombian-date.ts";
import { checkContent } from "./check-content.ts";

const named = '\nA guide.\n\n<Download file="guide.pdf" title="The guide" />\n';
const pdf = { "files/guide.pdf": "%PDF-1.7 x" };

const inAMonth = colombianDate(new Date(Date.now() + 30 * 86_400_000));

test.each<[string, Record<string, string>]>([
  ["a draft", { draft: "true" }],
  ["a text of next month", { date: inAMonth }],
])("a file that %s alone names can be had before it, which is said", (_, more) => {
  const root = temporaryContent({ ...pdf, "en/blog/a.mdx": post(more, named), "es/blog/a.md": post() });
  expect(early(root)).toEqual([
    expect.stringMatching(
      /^content\/en\/blog\/a\.mdx:1\d:17 file: warning: content\/files\/guide\.pdf can be had from the next publication on/,
    ),
  ]);
});

test("a name that ends as another does is not that other", () => {
  const more = '\n<Download file="our-guide.pdf" title="Ours" />\n';
  const files = { ...pdf, "files/our-guide.pdf": "%PDF-1.7 x" };
  const seen = { "en/blog/a.mdx": post({ draft: "true" }, named), "es/blog/a.mdx": post({}, more) };
  expect(early(temporaryContent({ ...files, ...seen }))).toHaveLength(1);
  expect(early(temporaryContent({ ...files, "en/blog/a.mdx": post({ draft: "true" }, more) }))).toEqual([
    expect.stringContaining("content/files/our-guide.pdf can be had"),
  ]);
});

test("nothing is said of a file that readers are led to as well, nor of one that is sent around by mail alone", () => {
  const both = { "en/blog/a.mdx": post({ draft: "true" }, named), "es/blog/a.mdx": post({}, named) };
  expect(early(temporaryContent({ ...pdf, ...both }))).toEqual([]);
  expect(early(temporaryContent({ ...pdf, "en/blog/a.md": post(), "es/blog/a.md": post() }))).toEqual([]);
});

function early(root: string) {
  const { warnings } = checkContent(root);
  return warnings.map(problemLine).filter((line) => line.includes("can be had"));
}
