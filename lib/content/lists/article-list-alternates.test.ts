import { expect, test } from "vitest";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { articleListAlternates } from "./article-list-alternates.ts";

test.each([
  [{ kind: "blog", slug: "" }, 1, "/es/blog", true],
  [{ kind: "blog", slug: "" }, 2, "/es/blog/page/2", true],
  [{ kind: "blog", slug: "" }, 3, "/es/blog/page/2", false],
  [{ kind: "tag", slug: "hiring" }, 1, "/es/blog/tag/hiring", true],
  [{ kind: "tag", slug: "hiring" }, 2, "/es/blog/tag/hiring", false],
  [{ kind: "tag", slug: "nearshoring" }, 1, "/es/blog", false],
  [{ kind: "author", slug: "ana" }, 1, "/es/blog", false],
] as const)("the language switch of %j, page %i, leads to %s", (articleList, number, path, isSame) => {
  const root = temporaryContent(
    Object.fromEntries(
      Array.from({ length: 24 }, (_, index) => [
        `es/blog/${index}.md`,
        post({ url: `post-${index}`, tags: index < 3 ? "[hiring]" : "[]" }),
      ]),
    ),
  );
  const { shown, same } = articleListAlternates(articleList, number, root);
  expect(shown.es).toBe(path);
  expect(same.es).toBe(isSame ? path : undefined);
});
