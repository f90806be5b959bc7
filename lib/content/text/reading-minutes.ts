import { z } from "zod";
import { text } from "#lib/content/source/fields.ts";

export type ReadingMinutes = { from: number; to: number };

const wordsAMinute = 200;

/** `5-10min`, `5 -10 min`, `3min`, `7 minutes`, `7` */
export const readingMinutes = text().transform((written, context): ReadingMinutes => {
  const [, from, to = from] =
    /^(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\s*(?:min|mins|minutes?|minutos?)?\.?$/i.exec(written) ?? [];
  const minutes = { from: Number(from), to: Number(to) };
  if (minutes.from >= 1 && minutes.to >= minutes.from) return minutes;

  context.addIssue(`cannot read "${written}" as a reading time; write it like 5-10min or 7 min, or remove the line`);
  return z.NEVER;
});

export function minutesToRead(words: number): ReadingMinutes {
  const minutes = Math.max(1, Math.round(words / wordsAMinute));
  return { from: minutes, to: minutes };
}

export function countWords(text: string) {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
