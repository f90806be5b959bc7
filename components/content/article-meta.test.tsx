import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { messages } from "#content/en/messages.ts";
import type { Article } from "#lib/content/article.ts";
import { ArticleMeta } from "./article-meta.tsx";

const published: Article = {
  kind: "blog",
  locale: "en",
  file: "content/en/blog/a.md",
  name: "a",
  slug: "a",
  title: "A title",
  metaTitle: "A title",
  description: "A description.",
  date: "2025-04-02",
  readingMinutes: { from: 5, to: 10 },
  category: "support",
  tags: [],
  services: [],
  hubs: [],
  draft: false,
};

test.each([
  ["a draft", { draft: true }, /^<p[^>]*><strong[^>]*>Draft, not published<\/strong>/],
  ["a post of the future", { date: "2999-01-01" }, /<strong[^>]*>Not published before January 1, 2999<\/strong>/],
  [
    "a published post",
    {},
    /^<p[^>]*><time dateTime="2025-04-02">April 2, 2025<\/time> · 5 to 10\u00a0min\u00a0read<\/p>$/,
  ],
])("whoever writes sees whether %s is public", (_kind, changes, expected) => {
  const html = renderToStaticMarkup(<ArticleMeta article={{ ...published, ...changes }} text={messages.blog} />);
  expect(html).toMatch(expected);
});
