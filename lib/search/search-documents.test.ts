import { expect, test } from "vitest";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { searchDocuments } from "./search-documents.ts";

test("a post is found at its address by its words, its category and its tags", () => {
  const root = temporaryContent({
    "es/blog/uno.md": post(
      { title: "Uno", url: "uno", tags: "[hiring, nearshoring]" },
      "\n## Gente\n\nMuy *cerca*.\n\n- a\n- b\n",
    ),
  });
  expect(documentsOf(root, "blog", "es")).toEqual([
    {
      kind: "blog",
      address: "/es/blog/uno",
      title: "Uno",
      description: expect.stringContaining("Toronto"),
      keywords: "Soporte Contratación Nearshoring",
      sought: "",
      text: "Gente · Muy cerca. a · b",
    },
  ]);
});

test("drafts and posts of the future are not found, in development neither", () => {
  const root = temporaryContent({
    "en/blog/draft.md": post({ url: "draft", draft: "true" }),
    "en/blog/later.md": post({ url: "later", date: "2999-01-01" }),
    "en/blog/now.md": post({ url: "now" }),
  });
  expect(documentsOf(root, "blog").map(({ address }) => address)).toEqual(["/en/blog/now"]);
});

test("what a block says in its attributes is found", () => {
  const block =
    '<Figures>\n<Figure value="9" label="hours" source="Globy" />\n</Figures>\n\n<Callout title="Two clocks">\nOne *hour*.\n</Callout>\n\n' +
    '<Quote name="Ana" role="Director" organization="Acme">Soon.</Quote>\n\n' +
    '<Video href="https://videos.test/1" title="A day in Cali" />\n\n' +
    '<Gallery>\n![A desk](a.jpg "The office at dusk")\n</Gallery>\n\n<Button href="/en">Talk to us</Button>\n\n' +
    '<Download file="a.pdf" title="The guide" />';
  const root = temporaryContent({
    "images/a.jpg": "",
    "files/a.pdf": "x",
    "en/blog/a.mdx": post({}, `\nBefore.\n\n<Facts>\n<Fact label="Time zone">UTC−5</Fact>\n</Facts>\n\n${block}\n`),
  });
  expect(documentsOf(root, "blog")[0]?.text).toBe(
    "Before. Time zone · UTC−5 · 9 · hours · Globy · Two clocks · One hour. Soon. · Ana · Director · Acme · A day in Cali · The office at dusk · Talk to us · The guide",
  );
});

test("every kind of the site is there in both languages, and no address twice", () => {
  for (const locale of ["en", "es"] as const) {
    const documents = searchDocuments(locale);
    const kinds = new Set(documents.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(["blog", "services", "industries", "hubs", "pages"]));
    expect(new Set(documents.map(({ address }) => address)).size).toBe(documents.length);
    expect(documents.find(({ address }) => address === `/${locale}/projects`)?.text).toContain("Banco Falabella");
  }
});

function documentsOf(root: string, kind: string, locale: "en" | "es" = "en") {
  return searchDocuments(locale, root).filter((document) => document.kind === kind);
}
