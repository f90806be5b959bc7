import type { Room } from "./room-in.ts";

/** Less than thousands of leads, or one rewriting of a large store, take: whoever is told now has days. */
export function isLowRoom({ bytes, files }: Room): boolean {
  return bytes < 200_000_000 || files < 1_000;
}
