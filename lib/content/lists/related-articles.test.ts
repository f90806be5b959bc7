import { afterEach, expect, test, vi } from "vitest";
import { getArticles } from "#lib/content/kinds/article.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { relatedArticles } from "./related-articles.ts";

afterEach(() => vi.unstubAllEnvs());

const services = { "en/services/cloud.md": "", "en/services/help-desk.md": "", "en/hubs/cali.md": "" };

test("articles that share tags, services and cities come before those that share a category", () => {
  const related = relatedTo("a", {
    a: { category: "support", tags: "[hiring, nearshoring]", services: "[cloud]", hubs: "[cali]" },
    category: { category: "support", date: "2025-06-06" },
    city: { category: "innovation", hubs: "[cali]" },
    tag: { category: "innovation", tags: "[hiring]" },
    tags: { category: "innovation", tags: "[nearshoring, hiring]" },
    nothing: { category: "innovation", services: "[help-desk]" },
  });
  expect(related).toEqual(["tags", "tag", "city", "category"]);
});

test("an article is not related to itself, nor to one that shares nothing", () => {
  expect(relatedTo("a", { a: { tags: "[hiring]" }, b: { category: "innovation" } })).toEqual([]);
});

test("among equals the newest comes first, and no more are given than asked for", () => {
  const related = relatedTo(
    "a",
    {
      a: { date: "2025-01-01" },
      b: { date: "2025-01-02" },
      c: { date: "2025-01-04" },
      d: { date: "2025-01-03" },
    },
    2,
  );
  expect(related).toEqual(["c", "d"]);
});

test("a draft is related to nothing in production", () => {
  vi.stubEnv("RELEASE_FOLDER", process.cwd());
  expect(relatedTo("a", { a: { tags: "[hiring]" }, b: { tags: "[hiring]", draft: "true" } })).toEqual([]);
});

/** The urls of what is related to one of the posts, which are named by their urls. */
function relatedTo(url: string, posts: Record<string, Record<string, string>>, most = 9) {
  const files = Object.entries(posts).map(([url, keys]) => [`en/blog/${url}.md`, post({ ...keys, url })]);
  const articles = getArticles("en", temporaryContent({ ...services, ...Object.fromEntries(files) }));
  const article = articles.find(({ slug }) => slug === url);
  if (!article) throw new Error(`${url} was not read`);
  return relatedArticles(article, articles, most).map(({ slug }) => slug);
}
