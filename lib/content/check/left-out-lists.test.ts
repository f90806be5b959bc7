import { expect, test } from "vitest";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { leftOutLists } from "./left-out-lists.ts";

test("which lists are not for search engines yet is said, with the reason", () => {
  const posts = [1, 2, 3].map((n) => [
    `en/blog/${n}.md`,
    post({ url: `a${n}`, author: "ana", tags: n === 1 ? "[hiring, nearshoring]" : n === 2 ? "[hiring]" : "[]" }),
  ]);
  expect(leftOutLists(temporaryContent(Object.fromEntries(posts)))).toEqual([
    "Not for search engines until there are 3 articles in each: 2 lists",
    "With one more article they may show: /en/blog/tag/hiring",
    "Not for search engines while the blog has the same articles: /en/blog/author/ana",
  ]);
});
