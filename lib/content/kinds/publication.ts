import { colombianDate } from "#lib/hours/colombian-date.ts";
import type { Article } from "./article.ts";

/**
 * Whether readers see an article: from the day of its date on, in Colombia. What is a draft or has a date in the future is
 * shown in development alone.
 */
export function publicationOf(
  { draft, date }: Pick<Article, "draft" | "date">,
  today = colombianDate(new Date()),
): "published" | "draft" | "scheduled" {
  if (draft) return "draft";
  return date > today ? "scheduled" : "published";
}
