import { publicationOf } from "./publication.ts";

/** Whether an article or an opening is not there for readers yet. What has ended was, and leads to its list. */
export function isToCome(entry: Parameters<typeof publicationOf>[0]): boolean {
  return ["draft", "scheduled"].includes(publicationOf(entry));
}
