import { timingSafeEqual } from "node:crypto";

/** Whether a header holds the secret; how long it takes says nothing of where they differ. */
export function isSameSecret(given: string | string[] | undefined, wanted: string): boolean {
  const [a, b] = [Buffer.from(String(given ?? "")), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
