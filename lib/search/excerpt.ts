import { type SearchWord, searchWords } from "./search-words.ts";

/** A stretch of a text, from `at` on, that is marked as found or not. */
export type Piece = { at: number; text: string; isHit: boolean };

type IsHit = (plain: string) => boolean;

const width = 220;
/** How much stands before the first word that was found. */
const lead = 50;

/** About 220 letters that show most of the words found; of several as good the first, so the summary before the text. */
export function excerptOf(texts: string[], isHit: IsHit): Piece[] {
  let best = { text: texts[0] ?? "", words: searchWords(texts[0] ?? ""), at: 0, shown: 0 };
  for (const text of texts) {
    const words = searchWords(text);
    const hits = words.filter(({ plain }) => isHit(plain));
    for (const [index, { at }] of hits.entries()) {
      const shown = differentWords(hits, index, at + width - lead);
      if (shown > best.shown) best = { text, words, at, shown };
    }
  }
  return markWords(cut(best), isHit);
}

function differentWords(hits: SearchWord[], from: number, before: number): number {
  const seen = new Set<string>();
  for (let index = from; (hits[index]?.at ?? before) < before; index++) seen.add(hits[index]?.plain ?? "");
  return seen.size;
}

/** Begins and ends with whole words, and says with … where more stands. */
function cut({ text, words, at }: { text: string; words: SearchWord[]; at: number }): string {
  if (text.length <= width) return text;
  const first = words.find((word) => word.at >= at - lead);
  const from = first && first !== words[0] ? first.at : 0;
  const last = words.findLast((word) => word.at + word.written.length <= from + width);
  const to = last && last !== words.at(-1) ? last.at + last.written.length : text.length;
  return `${from > 0 ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
}

export function markWords(text: string, isHit: IsHit): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { at, written, plain } of searchWords(text)) {
    if (!isHit(plain)) continue;
    pieces.push({ at: end, text: text.slice(end, at), isHit: false }, { at, text: written, isHit: true });
    end = at + written.length;
  }
  return [...pieces, { at: end, text: text.slice(end), isHit: false }].filter(({ text }) => text !== "");
}
