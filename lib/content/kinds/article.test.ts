import { utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { ContentError } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { findArticle, getArticles } from "./article.ts";
import { findAuthor } from "./author.ts";

afterEach(() => vi.unstubAllEnvs());

test("a post in the marketers' format is read whole", () => {
  const root = temporaryContent({
    "en/blog/Support Teams.md": post({ imglink: "team.jpg" }),
    "images/team.jpg": "",
  });

  expect(getArticles("en", root)).toEqual([
    {
      kind: "blog",
      locale: "en",
      file: "content/en/blog/Support Teams.md",
      name: "Support Teams",
      slug: "support-teams-one-hour-away",
      title: "Support teams, one hour away",
      metaTitle: "Support teams from Medellín for companies in Toronto",
      description:
        "What a company in Toronto can expect from a support team in Medellín, with hours, roles and first steps.",
      date: "2025-04-02",
      start: "2025-04-02T00:00",
      updated: undefined,
      readingMinutes: { from: 5, to: 10 },
      category: "support",
      image: "team.jpg",
      authors: [],
      tags: [],
      services: [],
      hubs: [],
      draft: false,
    },
  ]);
});

test("the optional keys are read", () => {
  const root = temporaryContent({
    "tags.yaml": "hiring: { en: Hiring, es: Contratación }\n2025: { en: 2025, es: 2025 }\n",
    "en/services/help-desk.md": "",
    "en/hubs/medellin.md": "",
    "en/hubs/bogota.md": "",
    "en/blog/a.md": post({
      author: "ana",
      time: "9:30",
      until: "May 31, 2025",
      updated: "2 de mayo de 2025",
      draft: "False",
      tags: "[Hiring, 2025, hiring]",
      hubs: "\n  - medellin\n  - bogota",
      services: "[help-desk]",
    }),
  });

  expect(getArticles("en", root)).toMatchObject([
    {
      authors: ["ana"],
      start: "2025-04-02T09:30",
      until: "2025-05-31",
      updated: "2025-05-02",
      draft: false,
      tags: ["hiring", "2025"],
      hubs: ["medellin", "bogota"],
      services: ["help-desk"],
    },
  ]);
});

test("text that YAML takes for a number or a truth value stays as it was written", () => {
  const root = temporaryContent({
    "en/blog/a.md": post({ title: "2024", metaTitle: "1.10", author: "yes", url: "007" }),
    "authors/yes.yaml": "name: yes\n",
  });
  expect(getArticles("en", root)).toMatchObject([{ title: "2024", metaTitle: "1.10", authors: ["yes"], slug: "007" }]);
});

test("a url keeps its capitals, and a category may have some", () => {
  const root = temporaryContent({ "en/blog/a.md": post({ url: "Tech_Talent.In-2021", category: '" Support "' }) });

  expect(findArticle("en", "Tech_Talent.In-2021", root)).toMatchObject({ category: "support" });
  expect(findArticle("en", "another", root)).toBeUndefined();
});

test("file names with spaces, accents, colons and capitals work", () => {
  const names = ["Colombia: líder en talento", "ÑANDÚ", "a b  c", "x.y"];
  const root = temporaryContent(
    Object.fromEntries(names.map((name, index) => [`es/blog/${name}.md`, post({ url: `post-${index}` })])),
  );
  expect(getArticles("es", root).map((article) => article.name)).toEqual(names.toSorted());
});

test("an accent made of two characters in a file name pairs with the same accent made of one", () => {
  const root = temporaryContent({ "es/blog/Bogota\u0301.md": post() });
  expect(getArticles("es", root)).toMatchObject([{ name: "Bogot\u00e1", file: "content/es/blog/Bogota\u0301.md" }]);
});

test.each([
  ["Windows", "\r\n"],
  ["old Macs", "\r"],
])("a byte order mark and the line ends of %s are accepted", (_name, lineEnd) => {
  const root = temporaryContent({ "en/blog/a.md": `\uFEFF${post().replaceAll("\n", lineEnd)}` });
  expect(getArticles("en", root)).toMatchObject([{ title: "Support teams, one hour away" }]);
});

test("accents that stand apart from their letters are read with them", () => {
  const root = temporaryContent({ "es/blog/a.md": post({ title: "Ti\u0301tulo nuevo" }) });
  expect(getArticles("es", root)).toMatchObject([{ title: "T\u00edtulo nuevo" }]);
});

test("spaces of other kinds behind a colon, and what nobody sees before ---, are no mistake", () => {
  const text = `\u200b${post({ draft: "false" })}`
    .replace("draft: ", "draft:\u00a0")
    .replace("title: ", "title:\u202f");
  const root = temporaryContent({ "en/blog/a.md": text });
  expect(getArticles("en", root)).toMatchObject([{ title: "Support teams, one hour away", draft: false }]);
});

test("the reading time is counted when it is not given", () => {
  const root = temporaryContent({ "en/blog/a.md": post({ read: undefined }, `\n${"word ".repeat(820)}\n`) });
  expect(getArticles("en", root)).toMatchObject([{ readingMinutes: { from: 4, to: 4 } }]);
});

test("the words of a picture are read", () => {
  const words = {
    imgfocus: "left top",
    imgalt: "A square at dusk",
    imgcaption: '"Medellín: the square"',
    imgcredit: "Ana Ruiz",
  };
  const root = temporaryContent({ "en/blog/a.md": post({ imglink: "a.jpg", ...words }), "images/a.jpg": "" });
  expect(getArticles("en", root)).toMatchObject([
    {
      imageFocus: { x: 0, y: 0 },
      imageAlt: "A square at dusk",
      imageCaption: "Medellín: the square",
      imageCredit: "Ana Ruiz",
    },
  ]);
});

test("a picture that is not there is left out", () => {
  const root = temporaryContent({ "en/blog/a.md": post({ imglink: "gone.jpg" }) });
  expect(getArticles("en", root)).toMatchObject([{ image: undefined }]);
});

test("articles come newest first, and by name on the same day", () => {
  const root = temporaryContent({
    "en/blog/b.md": post({ url: "b" }),
    "en/blog/a.md": post({ url: "a" }),
    "en/blog/old.md": post({ url: "old", date: "November 9, 2021" }),
    "en/blog/new.md": post({ url: "new", date: "2025-12-31" }),
  });
  expect(getArticles("en", root).map((article) => article.name)).toEqual(["new", "a", "b", "old"]);
});

test.each([
  ["a draft", { draft: "true" }],
  ["a post dated in the future", { date: "January 1, 2999" }],
])("%s is seen in development and not in production", (_name, changes) => {
  const root = temporaryContent({ "en/blog/a.md": post(changes) });
  expect(getArticles("en", root)).toHaveLength(1);

  vi.stubEnv("RELEASE_FOLDER", process.cwd());
  expect(getArticles("en", root)).toEqual([]);
  expect(findArticle("en", "support-teams-one-hour-away", root)).toBeUndefined();
});

test("an edit shows in development, while production keeps what it read", () => {
  const root = temporaryContent({ "en/blog/a.md": post({ title: "Before" }) });
  const file = path.join(root, "en/blog/a.md");
  const edit = (title: string, second: number) => {
    writeFileSync(file, post({ title }));
    utimesSync(file, second, second);
  };
  expect(getArticles("en", root)).toMatchObject([{ title: "Before" }]);

  edit("Afters", 1);
  expect(getArticles("en", root)).toMatchObject([{ title: "Afters" }]);

  vi.stubEnv("RELEASE_FOLDER", process.cwd());
  getArticles("en", root);
  edit("Latest", 2);
  expect(getArticles("en", root)).toMatchObject([{ title: "Afters" }]);
});

test("a picture shows as soon as it is there", () => {
  const root = temporaryContent({ "en/blog/a.md": post({ imglink: "late.jpg" }), "images/other.jpg": "" });
  expect(getArticles("en", root)).toMatchObject([{ image: undefined }]);

  writeFileSync(path.join(root, "images/late.jpg"), "");
  expect(getArticles("en", root)).toMatchObject([{ image: "late.jpg" }]);
});

test("a category counts as soon as it is there", () => {
  const root = temporaryContent({ "en/blog/a.md": post({ category: "canada" }) });
  expect(() => getArticles("en", root)).toThrow('unknown category "canada"');

  writeFileSync(path.join(root, "categories.yaml"), "canada: { en: Canada, es: Canadá }");
  expect(getArticles("en", root)).toMatchObject([{ category: "canada" }]);
});

test("nothing is shown while a file is wrong, and the error names file, line, column and field without a stack", () => {
  const root = temporaryContent({
    "en/blog/a.md": post({ date: "soon", url: "a b" }),
    "en/blog/b.md": post({ category: "suport" }),
    "en/blog/c.txt": "",
  });
  const error = catchError(() => getArticles("en", root));

  expect(error).toBeInstanceOf(ContentError);
  expect(error).toMatchObject({
    name: "ContentError",
    message: [
      'content/en/blog/a.md:6:7 date: cannot read "soon" as a date; write it like April 02, 2025, 2 de abril de 2025 or 2025-04-02',
      "content/en/blog/a.md:7:6 url: may only have letters without accents, digits, - _ and .",
      'content/en/blog/b.md:8:11 category: unknown category "suport"; did you mean support? known: innovation, support; a new one needs a line in content/categories.yaml',
      "content/en/blog/c.txt:1:1 file name: rename it to .md",
    ].join("\n"),
  });
  expect(error).toHaveProperty("stack", expect.not.stringContaining(".ts:"));
});

test("a folder that is not there holds no articles", () => {
  expect(getArticles("en", temporaryContent({}))).toEqual([]);
});

test("an author that has no file is named with those that have one", () => {
  const root = temporaryContent({ "en/blog/a.md": post({ author: "anna" }) });
  expect(() => getArticles("en", root)).toThrow(
    'content/en/blog/a.md:9:9 author: unknown author "anna"; did you mean ana? known: ana',
  );
});

test.each([
  ["ana", ["ana"]],
  ["[Ana, luz, ana]", ["ana", "luz"]],
  ["\n  - luz\n  - ana", ["luz", "ana"]],
])("author: %j names %j, in this order", (author, authors) => {
  const root = temporaryContent({ "en/blog/a.md": post({ author }), "authors/luz.yaml": "name: Luz\n" });
  expect(getArticles("en", root)).toMatchObject([{ authors }]);
});

test.each([
  ["ana, luz", "9:9 author: must be a list: [ana, luz]"],
  ["[ana, lus]", '9:15 author.1: unknown author "lus"; did you mean luz? known: ana, luz'],
  ["{ name: ana }", "9:9 author: must be a list: [one, two]"],
])("author: %j is refused", (author, message) => {
  const root = temporaryContent({ "en/blog/a.md": post({ author }), "authors/luz.yaml": "name: Luz\n" });
  expect(() => getArticles("en", root)).toThrow(`content/en/blog/a.md:${message}`);
});

test("an author's card is read from a file of its own", () => {
  const root = temporaryContent({ "authors/ana.yaml": "name: Ana María\nrole: { en: Editor, es: Editora }\n" });
  expect(findAuthor("ana", root)).toEqual({
    kind: "person",
    slug: "ana",
    name: "Ana María",
    role: { en: "Editor", es: "Editora" },
  });
});

function catchError(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
