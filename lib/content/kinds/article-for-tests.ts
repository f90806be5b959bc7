import type { Article } from "./article.ts";

export function articleForTests(changes: Partial<Article> = {}): Article {
  return {
    kind: "blog",
    locale: "en",
    file: "content/en/blog/a.md",
    name: "a",
    slug: "a",
    title: "A title",
    metaTitle: "A title",
    description: "A description.",
    date: "2025-04-02",
    start: `${changes.date ?? "2025-04-02"}T00:00`,
    readingMinutes: { from: 5, to: 10 },
    category: "support",
    authors: [],
    tags: [],
    services: [],
    hubs: [],
    draft: false,
    ...changes,
  };
}
