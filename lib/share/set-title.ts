import { type Face, graphemesOf } from "./faces.ts";
import { type SetText, setText } from "./set-text.ts";

export type Box = { width: number; height: number };

const sizes = [132, 124, 116, 108, 100, 92, 86, 80, 74, 68, 62, 56, 52, 48, 44, 40, 36];
// A word that is longer than its line at this size is cut into several lines rather than set smaller.
const sizesForCutWords = sizes.filter((size) => size <= 52);
const tracking = -0.02;

/** The title in the largest size at which all of it fits; the end of a title that never fits is left out. */
export function setTitle(title: string, box: Box, face: Face): { size: number; lines: SetText[] } {
  const measure = measureIn(face);
  const words = piecesOf(title);
  for (const size of sizes) {
    const lines = balanced(words, box.width / size, measure);
    if (lines && lines.length * size <= box.height) return { size, lines: setLines(lines, face) };
  }

  for (const size of sizesForCutWords) {
    const lines = linesWithCutWords(words, box.width / size, measure);
    if (lines.length * size <= box.height) return { size, lines: setLines(lines, face) };
  }

  const size = Math.min(...sizes);
  const room = box.width / size;
  const lines = linesWithCutWords(words, room, measure).slice(0, Math.floor(box.height / size));
  return { size, lines: setLines([...lines.slice(0, -1), shortened(lines.at(-1) ?? "", room, measure)], face) };
}

/** One line, its end left out where it is too long. */
export function setLine(text: string, width: number, face: Face): SetText {
  const measure = measureIn(face, 0);
  const clean = text.replace(/\s+/g, " ").trim();
  return setText(measure(clean) <= width ? clean : shortened(clean, width, measure), face);
}

type Measure = (text: string) => number;

/** What stays together on a line. `space` says that one goes before it, unless it begins a line. */
type Piece = { text: string; space: boolean };

function measureIn(face: Face, ownTracking = tracking): Measure {
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? setText(text, face, ownTracking).width;
    known.set(text, width);
    return width;
  };
}

// A line may end after a hyphen or a slash that ends more than an “E-”, and on either side of a letter of Chinese or Japanese that no closing
// sign follows.
const breaks =
  /(?<=[\p{L}\p{N}]{3}[–—/-])(?=[^\s–—/-])|(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}、。！？，：；」』）】])(?![、。！？，：；」』）】ー])|(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}「『（【])/u;

function piecesOf(title: string): Piece[] {
  // A word of one or two letters stays with the next one: no line is left with an “of” or a “y” alone.
  const words = title
    .trim()
    .split(/(?<!(?:^|\s)\p{L}{1,2})\s+/u)
    .filter((word) => word !== "");
  return words.flatMap((word, index) =>
    word.split(breaks).map((text, part) => ({ text, space: index > 0 && part === 0 })),
  );
}

function linesWithCutWords(pieces: Piece[], room: number, measure: Measure): string[] {
  const cut = pieces.flatMap((piece) => (measure(piece.text) > room ? lettersOf(piece) : [piece]));
  return linesOf(cut, room, measure) ?? [];
}

function lettersOf({ text, space }: Piece): Piece[] {
  return graphemesOf(text).map((grapheme, index) => ({ text: grapheme, space: space && index === 0 }));
}

/** As few lines as fit, then as even as that number allows. */
function balanced(pieces: Piece[], room: number, measure: Measure): string[] | undefined {
  const lines = linesOf(pieces, room, measure);
  let [narrowest, widest] = [room / 2, room];
  for (let i = 0; lines && i < 6; i++) {
    const middle = (narrowest + widest) / 2;
    if (linesOf(pieces, middle, measure)?.length === lines.length) widest = middle;
    else narrowest = middle;
  }
  return lines && linesOf(pieces, widest, measure);
}

/** Undefined when a piece is longer than a line. */
function linesOf(pieces: Piece[], room: number, measure: Measure): string[] | undefined {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const { text, space } of pieces) {
    const width = measure(text);
    if (width > room) return undefined;
    const gap = space ? measure(" ") : 0;
    if (line !== "" && used + gap + width > room) {
      lines.push(line);
      line = "";
      used = 0;
    }
    line += line !== "" && space ? ` ${text}` : text;
    used += (used > 0 ? gap : 0) + width;
  }
  return line === "" ? lines : [...lines, line];
}

function shortened(line: string, room: number, measure: Measure): string {
  const graphemes = graphemesOf(line);
  while (graphemes.length > 0 && measure(`${graphemes.join("").trimEnd()}…`) > room) graphemes.pop();
  return `${graphemes.join("").trimEnd()}…`;
}

function setLines(lines: string[], face: Face): SetText[] {
  return lines.map((line) => setText(line, face, tracking));
}
