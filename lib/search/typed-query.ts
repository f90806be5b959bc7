import { maxQueryLength } from "./max-query-length.ts";

/** What somebody searches for or asks about, without control characters and within the limit. */
export function typedQuery(text: string): { query: string; isCut: boolean } {
  // Beyond this nothing would be kept of it, however much of it is blank or half of a pair.
  const typed = text.trim().slice(0, 4 * maxQueryLength);
  const letters = [...typed.replaceAll(/\p{C}/gu, " ").replaceAll(/\s+/g, " ").trim()];
  return { query: letters.slice(0, maxQueryLength).join("").trim(), isCut: letters.length > maxQueryLength };
}
