import { randomInt } from "node:crypto";

// No vowels, so no words; no 0, 1, I, L or O, which read like one another.
const signs = "23456789BCDFGHJKMNPQRSTVWXYZ";

/** A short code that a person can read out over the telephone, one of 17 million. */
export function newLeadRef(): string {
  return signsAtRandom(5);
}

/** For a lead that is not in the store yet: one sign longer, so that the store has given it to nobody. */
export function newSpoolRef(): string {
  return signsAtRandom(6);
}

/** The amendments of K7QD2 are K7QD2-2, K7QD2-3 and so on. */
export function amendmentRef(first: string, number: number): string {
  return `${first}-${number}`;
}

/** The reference that the visitor knows: that of the lead itself, or of the one that it amends. */
export function firstRef(ref: string): string {
  return ref.replace(/-\d+$/, "");
}

function signsAtRandom(count: number): string {
  return Array.from({ length: count }, () => signs[randomInt(signs.length)]).join("");
}
