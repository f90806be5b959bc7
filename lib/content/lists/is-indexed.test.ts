import { expect, test } from "vitest";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { articleListAlternates } from "./article-list-alternates.ts";
import { isIndexed } from "./is-indexed.ts";

function contentWith(posts: Record<string, string>[]) {
  return temporaryContent(
    Object.fromEntries(posts.map((keys, index) => [`en/blog/${index}.md`, post({ url: `a${index}`, ...keys })])),
  );
}

test("a list is for search engines from its third article on, and the blog always", () => {
  const two = contentWith([{}, {}]);
  const three = contentWith([{}, {}, {}]);
  const category = { kind: "category", slug: "support" } as const;
  expect([two, three].map((root) => isIndexed(category, "en", root))).toEqual([false, true]);
  expect(isIndexed({ kind: "blog", slug: "" }, "en", two)).toBe(true);
});

test("the page of who wrote the whole blog is not for search engines until somebody else has written, too", () => {
  const author = { kind: "author", slug: "ana" } as const;
  const root = (more: Record<string, string>[]) => contentWith([...Array(3).fill({ author: "ana" }), ...more]);
  expect(isIndexed(author, "en", root([]))).toBe(false);
  expect(isIndexed(author, "en", root([{}]))).toBe(true);
});

test("no page names one as its other language that is not for search engines", () => {
  const root = temporaryContent({
    ...Object.fromEntries([1, 2, 3].map((n) => [`en/blog/${n}.md`, post({ url: `a${n}` })])),
    "es/blog/1.md": post({ url: "a1" }),
  });
  const { same, shown } = articleListAlternates({ kind: "category", slug: "support" }, 1, root);
  expect(same).toEqual({ en: "/en/blog/category/support" });
  expect(shown.es).toBe("/es/blog/category/support");
});
