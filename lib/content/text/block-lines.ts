import { isBlockName } from "./blocks.ts";
import { type Point, pointAt } from "./point-at.ts";

type Tag = { name: string; closes: boolean; start: number; end: number };

const gap = "\n\n";

/**
 * Puts the tags of a block on lines of their own where its text has several paragraphs, as MDX wants them: people write
 * <Question title="…"> before the first words and </Question> after the last. `original` gives the place in what they wrote.
 */
export function blockLines(body: string): { text: string; original: (point: Point) => Point & { offset: number } } {
  const tags = tagsIn(body);
  const gaps = [...new Set(pairsOf(tags).flatMap((pair) => gapsOf(pair, body)))].sort((a, b) => a - b);
  const starts = [0, ...gaps];
  const text = starts.map((start, index) => body.slice(start, starts[index + 1])).join(gap);
  return {
    text,
    original({ line, column, offset = offsetOf(text, line, column) }) {
      const before = gaps.filter((place, index) => place + index * gap.length < offset).length;
      return pointAt(body, Math.max(0, offset - before * gap.length));
    },
  };
}

function tagsIn(body: string): Tag[] {
  // In code they are words like any other.
  const text = body.replaceAll(/^(```|~~~)[\s\S]*?^\1|`[^`\n]+`|\\</gm, (code) => code.replaceAll(/[^\n]/g, " "));
  const pattern = /<(\/?)([A-Z]\w*)(?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'))?)*\s*(\/?)>/g;
  return Array.from(text.matchAll(pattern), ({ 0: tag, 1: closes, 2: name = "", 3: isWhole, index }) => ({
    name: isWhole ? "" : name,
    closes: closes === "/",
    start: index,
    end: index + tag.length,
  })).filter(({ name }) => isBlockName(name));
}

function pairsOf(tags: Tag[]): [Tag, Tag][] {
  const open: Tag[] = [];
  return tags.flatMap((tag): [Tag, Tag][] => {
    if (!tag.closes) open.push(tag);
    const last = tag.closes ? open.pop() : undefined;
    return last?.name === tag.name ? [[last, tag]] : [];
  });
}

/** Where a tag shares its line with other text. A block of one paragraph may, with both of its tags. */
function gapsOf([open, close]: [Tag, Tag], body: string): number[] {
  const inside = body.slice(open.end, close.start);
  const isAlone = [/^[ \t]*\n/.test(inside), /\n[ \t]*$/.test(inside)];
  const lineStart = body.slice(body.lastIndexOf("\n", open.start) + 1, open.start);
  // A line that is put into a list or a quotation would end it.
  if ((!/\n[ \t]*\n/.test(inside) && isAlone[0] === isAlone[1]) || /^\s*([>*+-]|\d+[.)])/.test(lineStart)) return [];
  return [open, close].flatMap(({ start, end }) => [
    ...(/\S[ \t]*$/.test(body.slice(body.lastIndexOf("\n", start - 1) + 1, start)) ? [start] : []),
    ...(/^[ \t]*\S/.test(body.slice(end)) ? [end] : []),
  ]);
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.join("\n").length + (line > 1 ? 1 : 0) + column - 1;
}
