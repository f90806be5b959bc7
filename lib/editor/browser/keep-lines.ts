/**
 * A text that the editor's rich form wrote, with every line that nobody changed as it was before: the form spells marks its
 * own way (* becomes -, _ and __ become * and **, an escape is lost), in lines that were never touched, too.
 */
export function keepLines(before: string, after: string): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const pairs = commonLines(old, now);
  const lines: string[] = [];
  let isCode = false;
  let last = -1;

  for (const [index, { text, blanks }] of now.entries()) {
    const match = pairs.get(index);
    const was = match === undefined ? undefined : old[match];
    lines.push(...(was && match === last + 1 ? was.blanks : blanks));
    if (/^\s*(```|~~~)/.test(text)) isCode = !isCode;
    lines.push(was ? was.text : isCode ? text : withEscapes(text));
    last = match ?? Number.NaN;
  }
  return lines.join("\n");
}

type Line = { text: string; blanks: string[]; sense: string };

/** Each line that says something, with the empty ones above it. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const indents: number[] = [];
  let blanks: string[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") {
      blanks.push(line);
      continue;
    }
    lines.push({ text: line, blanks, sense: senseOf(line, indents) });
    blanks = [];
  }
  return lines;
}

/** What a line says, however it is spelled; of a list, how deep it stands as well. */
function senseOf(line: string, indents: number[]): string {
  const [, space = "", mark = ""] = /^(\s*)([-*+]|\d+[.)])\s/.exec(line) ?? [];
  if (!mark && !/^\s/.test(line)) indents.length = 0;
  if (mark) {
    while ((indents.at(-1) ?? -1) >= space.length) indents.pop();
    indents.push(space.length);
  }
  const words = line.trim().replace(/^([-*+]|\d+[.)])\s+/, "");
  const plain = words
    .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll("_", "*")
    .replaceAll(/\s+/g, " ");
  const item = mark && (/\d/.test(mark) ? "1. " : "- ");
  return `${mark ? indents.length : ""}${item}${plain}`;
}

/** The longest run of lines that are in both, by their index in the second. */
function commonLines(old: Line[], now: Line[]): Map<number, number> {
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        old[i]?.sense === now[j]?.sense ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));

  const pairs = new Map<number, number>();
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i]?.sense === now[j]?.sense) pairs.set(j++, i++);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** A < or a { of the text: a block begins with a capital, and nothing else of the kind is read. */
function withEscapes(line: string): string {
  const parts = line.split(/(`[^`]*`)/);
  const escaped = parts.map((part, index) =>
    index % 2 === 1 ? part : part.replaceAll(/(?<!\\)(\{|<(?!\/?[A-Z]|https?:|mailto:))/g, "\\$1"),
  );
  return escaped.join("");
}
