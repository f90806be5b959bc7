import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { getArticles } from "#lib/content/kinds/article.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { readBody } from "./body.ts";

/** Posts as marketers have kept them since 2021, each line as it stands in the file. */
const rightPosts = {
  "Colombia: Líder en Talento.md": [
    "---",
    "metaTitle: Colombia leads in tech talent",
    "meta_description: Why companies of the north look to Colombia for their teams.",
    "title: Colombia leads in tech talent",
    "read: 5 -10 min",
    "date: November 9, 2021",
    "url: Colombia-Leads-In-Tech-Talent",
    "category: Innovation",
    "---",
    "# Why Colombia",
    "From 10:30 to 11:45 a team answers {first name} & <customers>.",
  ].join("\n"),
  "¿Qué es BPO?.md": [
    "---",
    'metaTitle: "BPO: what it is"',
    "meta_description: What companies hand over, and what they keep.",
    "title: 'BPO: what it is'",
    "read: 3min",
    "date: 9 de noviembre de 2022",
    "url: what-is-bpo",
    "category: support",
    "---",
    "",
  ].join("\r"),
  "windows.md": [
    "\uFEFF---",
    "metaTitle:   Spaces around   ",
    "meta_description: Written in the editor of Windows.",
    "title: Written in the editor of Windows",
    "read: 7 minutes",
    "date: April 02, 2025",
    "url: written-in-windows",
    "category: support",
    "---",
    "",
    '<div style="color:red" onclick="alert(1)">Red</div>',
    "",
    "A price of <b>1</b> < 2, and a set {a, b}.",
    "",
    "| Role | Team |",
    "| --- | --- |",
    "| Tester | 2 |",
  ].join("\r\n"),
  "counted.md": [
    "---",
    "",
    "metaTitle: The reading time is counted",
    "# a comment",
    "meta_description: No line for the reading time.",
    "title: The reading time is counted",
    "date: 2023-1-5",
    "url: counted.2023_v2",
    "category: SUPPORT",
    "---   ",
    "word ".repeat(620),
  ].join("\n"),
};

test("old posts in every form that marketers use are read", () => {
  const articles = getArticles("en", contentWith(rightPosts));
  expect(articles.map(({ date, slug, category, readingMinutes }) => [date, slug, category, readingMinutes])).toEqual([
    ["2025-04-02", "written-in-windows", "support", { from: 7, to: 7 }],
    ["2023-01-05", "counted.2023_v2", "support", { from: 3, to: 3 }],
    ["2022-11-09", "what-is-bpo", "support", { from: 3, to: 3 }],
    ["2021-11-09", "Colombia-Leads-In-Tech-Talent", "innovation", { from: 5, to: 10 }],
  ]);
  expect(articles.map(({ title }) => title)).toContain("BPO: what it is");
});

test.each([
  [
    "Colombia: Líder en Talento",
    '<h2 id="why-colombia">Why Colombia</h2>\n<p>From 10:30 to 11:45 a team answers {first name} &#x26; &#x3C;customers>.</p>',
  ],
  [
    "windows",
    '<p>&#x3C;div style="color:red" onclick="alert(1)">Red&#x3C;/div></p>\n' +
      "<p>A price of &#x3C;b>1&#x3C;/b> &#x3C; 2, and a set {a, b}.</p>\n" +
      "<table>\n<thead>\n<tr>\n<th>Role</th>\n<th>Team</th>\n</tr>\n</thead>\n" +
      "<tbody>\n<tr>\n<td>Tester</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>",
  ],
])("the text of the post %s is shown as it was written, its HTML as text", (name, html) => {
  const root = contentWith(rightPosts);
  const article = getArticles("en", root).find((other) => other.name === name);
  if (!article) throw new Error(`${name} was not read`);
  expect(toHtml(readBody(article, root).tree)).toBe(html);
});

const head = ["---", "metaTitle: A title", "meta_description: A description.", "title: A title", "read: 5min"];
const rest = ["date: April 02, 2025", "url: an-old-post", "category: support", "---", "Text."];

test.each([
  [
    "no front matter",
    ["# A title", "Text."],
    "1:1 front matter: is missing; the first line must be ---, then the keys, then ---",
  ],
  ["a key twice", [...head, "read: 7min", ...rest], "6:1 read: is there twice; keep one of the two"],
  [
    "a tab before a key",
    [...head, "\tdate: April 02, 2025", ...rest.slice(1)],
    "6:1 date: a tab begins this line; begin a key at the start of its line, and put spaces elsewhere",
  ],
  [
    "a tab in a list",
    [...head, "tags:", "\t- hiring", ...rest],
    "7:1 tags: a tab begins this line; begin a key at the start of its line, and put spaces elsewhere",
  ],
  [
    "a category that is none",
    [...head, ...rest].map((line) => line.replace("category: support", "category: BPO")),
    '8:11 category: unknown category "BPO"; known: innovation, support; a new one needs a line in content/categories.yaml',
  ],
  [
    "no category",
    [...head, ...rest].filter((line) => !line.startsWith("category")),
    '1:1 category: is missing; add a line "category: …"',
  ],
  [
    "a date without its year",
    [...head, ...rest].map((line) => line.replace("April 02, 2025", "April 02")),
    '6:7 date: cannot read "April 02" as a date; write it like April 02, 2025, 2 de abril de 2025 or 2025-04-02',
  ],
  [
    "a colon in its title",
    [...head, ...rest].map((line) => line.replace("title: A title", "title: BPO: what it is")),
    '4:8 title: cannot be read as YAML; put the title in quotes: title: "BPO: what it is"',
  ],
  [
    "a picture given by its path",
    [...head, "imglink: /images/team.jpg", ...rest],
    "6:10 imglink: must be the file name alone; pictures are in content/images",
  ],
  [
    "a link to a page that is gone",
    [...head, ...rest, "", "See [our services](/en/services)", "and [us](/en/nosotros)."],
    "13:5 body: leads to /en/nosotros, which is not on this site; correct or remove it",
  ],
])("an old post with %s is refused, with its place and what to do", (_form, lines, problem) => {
  const { errors } = checkContent(contentWith({ "old.md": lines.join("\n") }));
  expect(errors.map(problemLine)).toEqual([`content/en/blog/old.md:${problem}`]);
});

test("of two old posts with one url the second is refused, whatever its capitals", () => {
  const one = [...head, ...rest].join("\n");
  const { errors } = checkContent(contentWith({ "a.md": one, "b.md": one.replace("an-old", "An-Old") }));
  expect(errors.map(problemLine)).toEqual([
    "content/en/blog/b.md:7:6 url: content/en/blog/a.md has the same url; change one of the two",
  ]);
});

function contentWith(posts: Record<string, string>) {
  return temporaryContent(Object.fromEntries(Object.entries(posts).map(([name, text]) => [`en/blog/${name}`, text])));
}
