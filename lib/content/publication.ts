import type { Article } from "./article.ts";

/** Whether readers see an article. What is a draft or has a date in the future is shown in development alone. */
export function publicationOf(
  { draft, date }: Pick<Article, "draft" | "date">,
  today = new Date().toISOString().slice(0, 10),
): "published" | "draft" | "scheduled" {
  if (draft) return "draft";
  return date > today ? "scheduled" : "published";
}
