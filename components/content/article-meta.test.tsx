import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { messages } from "#content/en/messages.ts";
import { articleForTests } from "#lib/content/kinds/article-for-tests.ts";
import { ArticleMeta } from "./article-meta.tsx";

test.each([
  ["a draft", { draft: true }, /^<p[^>]*><strong[^>]*>Draft, not published<\/strong>/],
  ["a post of the future", { date: "2999-01-01" }, /<strong[^>]*>Not published before January 1, 2999<\/strong>/],
  [
    "a published post",
    {},
    /^<p[^>]*><time dateTime="2025-04-02">April 2, 2025<\/time> · 5 to 10\u00a0min\u00a0read<\/p>$/,
  ],
])("whoever writes sees whether %s is public", (_kind, changes, expected) => {
  const html = renderToStaticMarkup(<ArticleMeta article={articleForTests(changes)} text={messages.blog} />);
  expect(html).toMatch(expected);
});
