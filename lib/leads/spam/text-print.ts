import { createHash } from "node:crypto";

/** Shorter texts are alike by chance: "I would like a quote". */
const fewestWords = 12;
/** What a copy differs in stands more often at its ends. */
const mostWords = 400;
/** Of 256 bits: texts that have nothing in common differ in 128 ± 8, those of which one word in twelve was changed in about 50. */
const mostDifferent = 64;

/**
 * What nearly the same text has nearly the same of: a SimHash (Charikar 2002) of 256 bits over its pairs of words, as
 * hexadecimal digits. Addresses and numbers are left out, which copies change. Null for a text of less than 12 words.
 */
export function textPrint(text: string): string | null {
  const words = plainWords(text).slice(0, mostWords);
  if (words.length < fewestWords) return null;
  const pairs = words.slice(1).map((word, index) => createHash("sha256").update(`${words[index]} ${word}`).digest());
  const print = Buffer.alloc(32);
  for (let bit = 0; bit < 256; bit++) {
    const set = pairs.filter((pair) => (pair.readUInt8(bit >> 3) >> (bit & 7)) & 1).length;
    if (set > pairs.length / 2) print.writeUInt8(print.readUInt8(bit >> 3) | (1 << (bit & 7)), bit >> 3);
  }
  return print.toString("hex");
}

/** Whether two prints are of nearly the same text. */
export function areCopies(one: string, other: string): boolean {
  const bytes = Buffer.from(other, "hex");
  const different = Buffer.from(one, "hex").reduce((sum, byte, index) => sum + ones(byte ^ (bytes[index] ?? 0)), 0);
  return different <= mostDifferent;
}

function plainWords(text: string): string[] {
  const words = text.toLowerCase().split(/\s+/);
  return words.filter((word) => !/[@/]|\.\S{2}/.test(word)).flatMap((word) => word.match(/\p{L}+/gu) ?? []);
}

function ones(byte: number): number {
  let count = 0;
  for (let rest = byte; rest > 0; rest &= rest - 1) count += 1;
  return count;
}
