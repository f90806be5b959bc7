import { randomInt } from "node:crypto";

// No vowels, so no words; no 0, 1, I, L or O, which read like one another.
const signs = "23456789BCDFGHJKMNPQRSTVWXYZ";

/** A short code that a person can read out over the telephone, one of 17 million. */
export function newLeadRef(): string {
  return Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join("");
}
