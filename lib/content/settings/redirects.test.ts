import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { redirectFor, redirectMeant } from "./redirects.ts";

test.each([
  ["/jobs", "en", "/en/contact"],
  ["/jobs", "es", "/es/contact"],
  ["/jobs/", "es", "/es/contact"],
  ["/es/jobs", "en", "/es/contact"],
  ["/en/blog/Viejo", "en", undefined],
  ["/es/blog/Viejo", "en", "/es/blog/nuevo"],
  ["/es/blog/dos", "en", "/es/blog/dos-nuevo"],
  ["/es/blog/DOS", "en", "/es/contact"],
  ["/blog/Viejo", "es", "/es/blog/nuevo"],
  ["/es/blog/día", "es", "/en/contact"],
  ["/es/blog/día".normalize("NFD"), "es", "/en/contact"],
  ["/en/diseño", "es", "/en/contact"],
  ["/old name", "en", "/en/about"],
  ["/home", "es", "/es"],
  ["/start", "en", "/en"],
  ["/", "en", undefined],
  ["/en", "en", undefined],
  ["/job", "en", undefined],
  ["/es/café", "es", "/es/contact"],
  ["/files/old.pdf", "es", "/files/new.pdf"],
  ["/files/gone.pdf", "es", "/en/contact"],
  ["/es/guia.pdf", "es", "/files/new.pdf"],
  ["/en/tag/c%2B%2B", "en", "/en/about"],
  ["/en/tag/c%2b%2B/", "en", "/en/about"],
  ["/en/tag/c++", "en", "/en/about"],
  ["/en/r&d", "en", "/en/about"],
  ["/en/r%26d", "en", "/en/about"],
  ["/en/100%-c%2C", "en", "/en/about"],
] as const)("%s asked for by a reader of %s is now at %s", (asked, reader, target) => {
  const root = temporaryContent({
    "redirects.yaml": lines(
      ["/jobs", "/contact"],
      ["/es/blog/Viejo", "/blog/nuevo"],
      ["/es/blog/día", "/en/contact"],
      ["/es/blog/dos", "/blog/dos-nuevo"],
      ["/es/blog/DOS", "/contact"],
      ["/dise%C3%B1o", "/contact"],
      ["/old%20name", "/about"],
      ["/home", "/"],
      ["/tag/c%2B%2B", "/about"],
      ["/r&d", "/about"],
      ["/100%25-c%2C", "/about"],
      ["/start/", "/"],
      ["/es/café".normalize("NFD"), "/contact"],
      ["/files/old.pdf", "/files/new.pdf"],
      ["/files/gone.pdf", "/contact"],
      ["/guia.pdf", "/files/new.pdf"],
    ),
  });
  expect(redirectFor(asked, reader, root)).toBe(target);
});

test.each([
  ["/es/blog/viejo", "/es/blog/nuevo"],
  ["/ES/BLOG/VIEJO/", "/es/blog/nuevo"],
  ["/es/Café", "/es/contact"],
  ["/Files/OLD.pdf", "/files/new.pdf"],
  ["/es/blog/DOS", "/es/contact"],
])("where nothing stands at %s, it is now at %s; as it is written it is not", (asked, target) => {
  const root = temporaryContent({
    "redirects.yaml": lines(
      ["/es/blog/Viejo", "/blog/nuevo"],
      ["/es/café", "/contact"],
      ["/files/old.pdf", "/files/new.pdf"],
      ["/es/blog/dos", "/blog/dos-nuevo"],
      ["/es/blog/Dos", "/contact"],
    ),
  });
  expect(redirectMeant(asked, "es", root)).toBe(target);
  expect(redirectFor(asked, "es", root)).toBeUndefined();
});

test("redirects in order are no problem", () => {
  expect(problemsOf(["/jobs", "/contact"], ["/en/blog/old", "/en/blog/talent"], ["/old", "/en/blog/talent"])).toEqual(
    [],
  );
  expect(problemsOf(["/files/old.pdf", "/files/prices.pdf"], ["/uploads/prices.pdf", "/files/prices.pdf"])).toEqual([]);
});

test("a line that a publication offered, and that was copied as it is, is told what belongs there", () => {
  expect(problemsOf(["/old", "(where it is now)"])).toEqual([
    expect.stringContaining("redirects.0.to: write here where the page is now, as in /blog/new-name"),
  ]);
});

test("a line that cannot be read hides no mistake in another", () => {
  const root = temporaryContent({
    "redirects.yaml":
      "redirects:\n  - from: /half\n  - from: /old\n    to: /nowhere\n  - from: jobs\n    to: /contact\n",
  });
  expect(checkContent(root).errors.map(problemLine)).toEqual([
    'content/redirects.yaml:2:5 redirects.0.to: is missing; add a line "to: …"',
    "content/redirects.yaml:4:9 redirects.1.to: leads to /en/nowhere, which is not on this site; write where it is now",
    expect.stringMatching(/^content\/redirects\.yaml:5:11 redirects\.2\.from: write an address of this site/),
  ]);
});

test.each([
  [
    "a page that is there",
    [
      ["/jobs", "/contact"],
      ["/en/services", "/hubs"],
    ],
    "4:11 redirects.1.from: /en/services is a page of this site; remove this redirect, or rename the page",
  ],
  [
    "a dead end",
    [["/jobs", "/contacts"]],
    "3:9 redirects.0.to: leads to /en/contacts, which is not on this site; did you mean /en/contact?",
  ],
  [
    "a file that is there",
    [["/files/prices.pdf", "/contact"]],
    "2:11 redirects.0.from: /files/prices.pdf is a page of this site; remove this redirect, or rename the page",
  ],
  [
    "a dead end in one language",
    [["/old", "/blog/talent"]],
    "3:9 redirects.0.to: leads to /es/blog/talent, which is not on this site; write where it is now; where its url: was changed, npm run publish does that by itself",
  ],
  [
    "a chain",
    [
      ["/a", "/b"],
      ["/b", "/contact"],
    ],
    "3:9 redirects.0.to: /en/b is redirected itself; write /contact",
  ],
  [
    "a chain in one language",
    [
      ["/en/a", "/en/b"],
      ["/en/b", "/en/contact"],
    ],
    "3:9 redirects.0.to: /en/b is redirected itself; write /en/contact",
  ],
  ["itself", [["/a", "/a"]], "3:9 redirects.0.to: /en/a leads back to /en/a; a reader would go round in circles"],
  [
    "the same twice",
    [
      ["/a", "/contact"],
      ["/es/a", "/services"],
    ],
    "4:11 redirects.1.from: /es/a is redirected in line 2 already; keep one of the two",
  ],
  [
    "what the site needs",
    [["/api/health", "/contact"]],
    "2:11 redirects.0.from: /api and what is below it belongs to the site itself; remove this redirect",
  ],
  ...["images/team.jpg", "_next/static/a.js", "robots.txt"].map((name): [string, [string, string][], string] => [
    `what the build puts at /${name}`,
    [[`/${name}`, "/contact"]],
    `2:11 redirects.0.from: /${name.split("/")[0]} and what is below it belongs to the site itself; remove this redirect`,
  ]),
  [
    "a file that programs ask for",
    [["/sitemap.xml", "/contact"]],
    "2:11 redirects.0.from: /sitemap.xml and what is below it belongs to the site itself; remove this redirect",
  ],
  [
    "a star",
    [["/old/*", "/contact"]],
    "2:11 redirects.0.from: a * stands for itself here; write a line for each address",
  ],
  [
    "a way up",
    [["/old/../a", "/contact"]],
    "2:11 redirects.0.from: write an address of this site from its / on, as in /blog/old-name, without what follows a ? or #",
  ],
  [
    "another site",
    [["/a", "https://example.com"]],
    "3:9 redirects.0.to: write an address of this site from its / on, as in /blog/old-name, without what follows a ? or #",
  ],
  [
    "an address with a query",
    [["/a?b=1", "/contact"]],
    "2:11 redirects.0.from: write an address of this site from its / on, as in /blog/old-name, without what follows a ? or #",
  ],
])("a redirect of or to %s is refused at its place", (_name, redirects, problem) => {
  expect(problemsOf(...redirects)).toEqual([`content/redirects.yaml:${problem}`]);
});

test("a redirect for readers of all languages to a page of one is advised against, unless the others have none", () => {
  const warned = (to: string) => {
    const root = temporaryContent({
      "redirects.yaml": lines(["/a", to]),
      "en/blog/talent.md": post({ url: "talent" }),
      "en/blog/draft.md": post({ url: "draft", draft: "true" }),
    });
    const { errors, warnings } = checkContent(root);
    expect(errors.map(problemLine)).toEqual([]);
    return warnings.map(problemLine).filter((line) => line.includes("redirects"));
  };
  expect(warned("/en/contact")).toEqual([
    "content/redirects.yaml:3:9 redirects.0.to: warning: leads readers of /es/contact to /en/contact as well; write /contact",
  ]);
  expect(warned("/contact")).toEqual([]);
  expect(warned("/en/blog/draft")).toEqual([
    "content/redirects.yaml:3:9 redirects.0.to: warning: leads to /en/blog/draft, which readers do not see (content/en/blog/draft.md); until they do, they are led to its list",
  ]);
  expect(warned("/en/blog/talent")).toEqual([]);
});

test("each step of a circle is refused", () => {
  expect(problemsOf(["/a", "/b"], ["/b", "/c"], ["/c", "/a"])).toEqual([
    "content/redirects.yaml:3:9 redirects.0.to: /en/b leads back to /en/a; a reader would go round in circles",
    "content/redirects.yaml:5:9 redirects.1.to: /en/c leads back to /en/b; a reader would go round in circles",
    "content/redirects.yaml:7:9 redirects.2.to: /en/a leads back to /en/c; a reader would go round in circles",
  ]);
});

function problemsOf(...redirects: string[][]) {
  const root = temporaryContent({
    "redirects.yaml": lines(...redirects),
    "files/prices.pdf": "%PDF-1.7 prices",
    "en/blog/talent.md": post({ url: "talent" }),
    "en/blog/draft.md": post({ url: "draft", draft: "true" }),
  });
  return checkContent(root).errors.map(problemLine);
}

function lines(...redirects: string[][]) {
  return `redirects:\n${redirects.map(([from, to]) => `  - from: ${from}\n    to: ${to}\n`).join("")}`;
}
