import { bullet } from "./foreign-marks.ts";

const emoji = String.raw`(?:\p{Extended_Pictographic}|\p{So})[\ufe0e\ufe0f\p{EMod}]*`;
// Flags, numbers in a box or a circle, arrows, and emoji that are put together of several. Of © and ™ nobody makes a list.
const sign = new RegExp(
  String.raw`^(?![©®™℠℗°¦])(?:\p{RI}{2}|[\d#*]\ufe0f?\u20e3|[\u2190-\u21ff\u2460-\u24ff\u2776-\u2793\u27f0-\u27ff]\ufe0f?|${emoji}(?:\u200d${emoji})*)(?=.*[\p{L}\p{N}\ufffc])`,
  "u",
);
const lettered = /^(\(?)([a-z]|[ivx]{1,5}|(?<=\()\d{1,2})([.)]-?)(?=[ \t\u00a0]+\S)/i;
// 1. and 1) are Markdown's own, [1] is how many number their sources. 1º begins an ordinal as well, in the middle of whose sentence is no capital.
const numbered =
  /^(\[?)(\d{1,2})(-|:|\]|\.?[ºª°]\.?-?)(?:(?<=[-:\]])(?=[ \t\u00a0]+\S)|(?<=[-ºª°.])(?=[ \t\u00a0]*[¿¡“"«]?\p{Lu}))/u;
const romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/**
 * The mark of the first of two lines that begin as a list does, with marks that Markdown does not know, and that it runs
 * together: signs, each with any other, or letters and numbers that follow one another.
 */
export function joinedList(text: string, hardBreaks: number[]): { mark: string; index: number } | undefined {
  const lines = Array.from(text.matchAll(/^.*/gm), ({ 0: line, index }) => ({ line, index }));
  for (const [number, { line, index }] of lines.entries()) {
    const next = lines[number + 1];
    if (!next || hardBreaks.includes(next.index - 1)) continue;
    const mark = (signOf(next.line) && signOf(line)) ?? (isCountedOn(line, next.line) ? labelOf(line)?.[0] : undefined);
    if (mark) return { mark, index };
  }
  return undefined;
}

function signOf(line: string): string | undefined {
  return bullet.test(line) ? undefined : sign.exec(line)?.[0];
}

function labelOf(line: string): RegExpExecArray | null {
  return lettered.exec(line) ?? numbered.exec(line);
}

function isCountedOn(line: string, nextLine: string): boolean {
  const [, open, from = "", close] = labelOf(line) ?? [];
  const [, nextOpen, to = "", nextClose] = labelOf(nextLine) ?? [];
  if (from === "" || open !== nextOpen || close !== nextClose) return false;
  // J. Smith and K. Jones are people.
  if (open === "" && close === "." && /^[B-HJ-Z]$/.test(from)) return false;
  if (/\d/.test(from)) return Number(to) === Number(from) + 1;
  const isCapital = [from, to].map((letters) => letters === letters.toUpperCase());
  const place = romans.indexOf(from.toLowerCase());
  const isNextRoman = place >= 0 && romans[place + 1] === to.toLowerCase();
  const isNextLetter = from.length === 1 && to.length === 1 && to.charCodeAt(0) === from.charCodeAt(0) + 1;
  return isCapital[0] === isCapital[1] && (isNextRoman || isNextLetter);
}
