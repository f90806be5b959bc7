import { sha256 } from "#lib/leads/sha256.ts";

/** Enough to tell sentences apart, where a whole hash would be in the way of reading. */
export function consentVersion(sentence: string): string {
  return sha256(sentence).slice(0, 8);
}
