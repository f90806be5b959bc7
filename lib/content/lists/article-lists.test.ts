import { afterEach, expect, test, vi } from "vitest";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { articleListPath, articlesOnPage, pagesOf } from "./article-list.ts";
import { findArticleList, getArticleLists } from "./article-lists.ts";

afterEach(() => vi.unstubAllEnvs());

test("a category, a tag and an author each have the articles that name them, newest first, the fullest list first", () => {
  const root = temporaryContent({
    "en/blog/a.md": post({ url: "a", date: "2025-01-01", category: "support", tags: "[hiring]", author: "ana" }),
    "en/blog/b.md": post({ url: "b", date: "2025-01-02", category: "innovation", tags: "[hiring, nearshoring]" }),
    "en/blog/c.md": post({ url: "c", date: "2025-01-03", category: "support", tags: "[hiring]", author: "[ana, luz]" }),
    "authors/luz.yaml": "name: Luz\n",
    "es/blog/d.md": post({ url: "d", category: "support" }),
  });
  const listsOf = (kind: "category" | "tag" | "author") =>
    getArticleLists("en", kind, root).map(({ slug, articles }) => [slug, ...articles.map((article) => article.slug)]);

  expect(listsOf("category")).toEqual([
    ["support", "c", "a"],
    ["innovation", "b"],
  ]);
  expect(listsOf("tag")).toEqual([
    ["hiring", "c", "b", "a"],
    ["nearshoring", "b"],
  ]);
  expect(listsOf("author")).toEqual([
    ["ana", "c", "a"],
    ["luz", "c"],
  ]);
});

test("a list without articles is not there, and the blog is there without any", () => {
  const root = temporaryContent({});
  expect(findArticleList("en", "category", "support", root)).toBeUndefined();
  expect(getArticleLists("en", "tag", root)).toEqual([]);
  expect(findArticleList("en", "blog", "", root)).toEqual({ kind: "blog", slug: "", articles: [] });
});

test.each([
  ["a draft", { draft: "true" }],
  ["a post dated in the future", { date: "January 1, 2999" }],
])("%s is in no list of production, and alone makes none", (_name, changes) => {
  const root = temporaryContent({
    "en/blog/a.md": post({ url: "a", tags: "[hiring]", ...changes }),
    "en/blog/b.md": post({ url: "b", tags: "[nearshoring]", author: "ana", category: "innovation", ...changes }),
    "en/blog/c.md": post({ url: "c", tags: "[hiring]" }),
  });
  const slugs = () =>
    (["blog", "category", "tag", "author"] as const).map((kind) =>
      getArticleLists("en", kind, root).map(({ slug, articles }) => [slug, articles.length]),
    );
  const inDevelopment = slugs();

  vi.stubEnv("RELEASE_FOLDER", process.cwd());
  expect(slugs()).toEqual([[["", 1]], [["support", 1]], [["hiring", 1]], []]);
  expect(inDevelopment).toEqual([
    [["", 3]],
    [
      ["support", 2],
      ["innovation", 1],
    ],
    [
      ["hiring", 2],
      ["nearshoring", 1],
    ],
    [["ana", 1]],
  ]);
});

test.each([
  [0, 1, 0],
  [1, 1, 1],
  [23, 1, 23],
  [24, 2, 1],
  [46, 2, 23],
  [1000, 44, 11],
])("%i articles stand on %i pages, %i of them on the last", (articles, pages, onLast) => {
  const root = temporaryContent({ "en/blog/a.md": post() });
  const [article] = getArticleLists("en", "blog", root)[0]?.articles ?? [];
  if (!article) throw new Error("the post was not read");
  const articleList = { kind: "blog" as const, slug: "", articles: Array.from({ length: articles }, () => article) };

  expect(pagesOf(articleList)).toBe(pages);
  expect(articlesOnPage(articleList, pages)).toHaveLength(onLast);
});

test("the pages of a list hold each article once, in order", () => {
  const root = temporaryContent(
    Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [
        `en/blog/${String(index).padStart(2, "0")}.md`,
        post({ url: `p${index}` }),
      ]),
    ),
  );
  const articleList = findArticleList("en", "blog", "", root);
  if (!articleList) throw new Error("the blog is not there");
  const listed = Array.from({ length: pagesOf(articleList) }, (_, index) =>
    articlesOnPage(articleList, index + 1),
  ).flat();

  expect(listed.map(({ slug }) => slug)).toEqual(Array.from({ length: 50 }, (_, index) => `p${index}`));
});

test.each([
  [{ kind: "blog", slug: "" }, 1, "/es/blog"],
  [{ kind: "blog", slug: "" }, 2, "/es/blog/page/2"],
  [{ kind: "category", slug: "canada" }, 1, "/es/blog/category/canada"],
  [{ kind: "tag", slug: "hiring" }, 3, "/es/blog/tag/hiring/page/3"],
  [{ kind: "author", slug: "ana" }, 2, "/es/blog/author/ana/page/2"],
] as const)("%j has its page %i at %s", (articleList, number, path) => {
  expect(articleListPath("es", articleList, number)).toBe(path);
});
