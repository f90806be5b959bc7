import { colombianMinute } from "#lib/hours/colombian-minute.ts";
import { contentNow } from "#lib/hours/content-now.ts";
import type { Article } from "./article.ts";

/**
 * Whether readers see an article: from the minute of its start to the end of its last day, in Colombia. All others are shown
 * in development alone.
 */
export function publicationOf(
  { draft, start, until }: Pick<Article, "draft" | "start" | "until">,
  now = colombianMinute(contentNow()),
): "published" | "draft" | "scheduled" | "ended" {
  if (draft) return "draft";
  if (start > now) return "scheduled";
  return until !== undefined && until < now.slice(0, 10) ? "ended" : "published";
}
