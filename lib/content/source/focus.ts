import { z } from "zod";
import { text } from "./fields.ts";

/** The place in a picture that stays in sight when it is cut, in percent from the left and the top, in steps of 5. */
export type Focus = { x: number; y: number };

const columns: Record<string, number> = { left: 0, right: 100 };
const rows: Record<string, number> = { top: 0, bottom: 100 };

/** `left top`, `top`, `right 20%`, `30% 20%`: as in the `object-position` of CSS. */
export const focus = text().transform((written, context): Focus => {
  const words = written.toLowerCase().split(/[\s,]+/);
  const [first = "", second = "center"] = words;
  const isTurned = first in rows || second in columns;
  const x = percentOf(isTurned ? second : first, columns);
  const y = percentOf(isTurned ? first : second, rows);
  if (words.length <= 2 && x !== undefined && y !== undefined) return { x, y };

  context.addIssue(`cannot read "${written}" as a place in the picture; write it like left top, right, or 30% 20%`);
  return z.NEVER;
});

function percentOf(word: string, sides: Record<string, number>): number | undefined {
  if (word === "center") return 50;
  const percent = sides[word] ?? (/^\d{1,3}%$/.test(word) ? Number.parseInt(word, 10) : 101);
  return percent <= 100 ? Math.round(percent / 5) * 5 : undefined;
}
