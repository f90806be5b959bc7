import { colombianMinute } from "#lib/hours/colombian-minute.ts";
import { contentNow } from "#lib/hours/content-now.ts";

type Dated = { draft?: boolean; start: string; until?: string };

/**
 * Whether readers see an article or an opening: from the minute of its start to the end of its last day, in Colombia. All other articles
 * are shown in development alone.
 */
export function publicationOf(
  { draft, start, until }: Dated,
  now = colombianMinute(contentNow()),
): "published" | "draft" | "scheduled" | "ended" {
  if (draft) return "draft";
  if (start > now) return "scheduled";
  return until !== undefined && until < now.slice(0, 10) ? "ended" : "published";
}
