import type { Html, Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import { isBlockName } from "#lib/content/text/blocks.ts";
import { pointAt } from "#lib/content/text/point-at.ts";
import type { Report } from "#lib/content/text/report.ts";
import { flatText, type Place } from "./flat-text.ts";
import { filled, foreignPatterns } from "./foreign-patterns.ts";
import { mergeTag } from "./to-fill-in.ts";

type Mark = { kind: string; mark: string; at: () => Place };
type Found = Omit<Mark, "at"> & { at: Place; count: number };

/** What readers would see as it is typed: HTML, and what other programs than this one read. One warning for a whole text. */
export function reportForeignMarks(tree: Root, body: string, report: Report) {
  const found = new Map<string, Found>();
  visit(tree, (node, index, parent) => {
    const [before, after] = [parent?.children[(index ?? 0) - 1], parent?.children[(index ?? 0) + 1]];
    for (const mark of [...marksIn(node, before, after, body), ...marksInSource(node, body)]) {
      const known = found.get(mark.kind);
      if (known) known.count += 1;
      else found.set(mark.kind, { ...mark, at: mark.at(), count: 1 });
    }
  });
  const [first, ...others] = found.values();
  if (!first) return;
  const list = [described(first), ...others.map((other) => `${described(other)} from line ${other.at.line} on`)];
  const advice = found.has("bullet") ? "write - before each line of a list, and all else as" : "write it as";
  const place = found.get(filled);
  const message = `readers would see ${list.join(", ")} as typed; ${advice} Markdown, or remove it${place ? `; for ${place.mark} write what it stands for` : ""}`;
  report({ position: { start: first.at, end: first.at } }, message, "warning");
}

function described({ kind, mark, count }: Found): string {
  if (count === 1) return mark;
  return kind === "<" ? `HTML (${mark} and so on, ${count} tags)` : `${mark} and the like (${count} times)`;
}

function marksIn(node: Nodes, before: Nodes | undefined, after: Nodes | undefined, body: string): Mark[] {
  if (node.type === "html") return tagsIn(node);
  if (!hasText(node)) return [];
  const { text, placeAt } = flatText(node);
  const bullets = node.type === "paragraph" ? bulletsIn(text, firstLineOf(before), firstLineOf(after)) : [];
  const others = foreignPatterns.flatMap(([kind, pattern]) =>
    Array.from(text.matchAll(pattern), ({ 0: mark, index }) => ({ kind, mark: shortened(mark), index })),
  );
  // Several patterns may know one place.
  const found = new Map([...bullets, ...others].map((mark) => [`${mark.kind} ${mark.index}`, mark]));
  const inOrder = [...found.values()].toSorted((a, b) => a.index - b.index);
  return inOrder.map(({ kind, mark, index }) => ({ kind, mark, at: () => placeAt(index, body) }));
}

function hasText({ type }: Nodes): boolean {
  return type === "paragraph" || type === "heading" || type === "tableCell";
}

// Of \( and \[ Markdown leaves the bracket alone. One before words is there so that it makes no link.
const formula = /\\\((.{1,400}?)\\\)|\\\[(.{1,400}?)\\\]/gs;
const isFormula = /[\^=]|_(?:\{|\w\b)|\\[a-z]/;

/** Those of which Markdown changes what is typed. */
function marksInSource(node: Nodes, body: string): Mark[] {
  if (!hasText(node)) return [];
  const start = node.position?.start;
  if (start?.offset === undefined) return [];
  const source = body.slice(start.offset, node.position?.end.offset).replaceAll(/(`+).*?\1/gs, blank);
  const formulas = Array.from(source.matchAll(formula)).filter(([, inLine, alone]) =>
    isFormula.test(inLine ?? alone ?? ""),
  );
  const from = start.offset;
  const marks = [
    ...formulas.map((found) => ({ kind: "\\(", found })),
    ...Array.from(source.matchAll(mergeTag), (found) => ({ kind: filled, found })),
  ];
  return marks.map(({ kind, found: { 0: mark, index } }) => {
    return { kind, mark: shortened(mark), at: () => pointAt(body, from + index, start) };
  });
}

function blank(code: string): string {
  return code.replaceAll(/[^\n]/g, " ");
}

/** A text with spaces in place of the marks, for whoever looks for other mistakes in it. */
export function withoutForeignMarks(text: string): string {
  return foreignPatterns.reduce((rest, [, pattern]) => rest.replaceAll(pattern, blank), text);
}

/** As Word leaves it before a line of a list. */
export const bullet = /^(?:[•▪▫◦‣●○■□➢►\uf076\uf0a7\uf0b7]|·(?=\s)|§(?=\s+[^\s\d])|o(?=[\t\u00a0]))/;
// In Spanish a dash begins what somebody says, and in English the name under a quotation.
const dash = /^[–—](?=\s)/;
// Letters that Word shows as bullets, in the font Wingdings, and leaves as letters where it copies a text.
const wingding = /^(?:[l-y](?=(?:\t|[ \u00a0]{2})[^\t]*$)|[àè¡¤¨](?=\t)|[ØÞðûüýþŸ](?=\s+[^\s\d]))/;

function bulletsIn(text: string, before: string, after: string) {
  const lines = Array.from(text.matchAll(/^.*/gm), ({ 0: line, index }) => ({ line, index }));
  const around = [before, ...lines.map(({ line }) => line), after];
  return lines.flatMap(({ line, index }, number) => {
    const mark = bullet.exec(line)?.[0] ?? pairedBullet(around, number + 1);
    return mark ? [{ kind: "bullet", mark: `${mark} before a line`, index }] : [];
  });
}

/** What is a bullet where the line before it or below it has the same: two in a row are a list. */
export function pairedBullet(lines: string[], number: number): string | undefined {
  const near = [lines[number - 1] ?? "", lines[number + 1] ?? ""];
  const line = lines[number] ?? "";
  const mark = wingding.exec(line)?.[0];
  if (mark) return near.some((other) => wingding.exec(other)?.[0] === mark) ? mark : undefined;
  return near.some((other) => dash.test(other)) ? dash.exec(line)?.[0] : undefined;
}

function firstLineOf(node: Nodes | undefined): string {
  return node?.type === "paragraph" ? (flatText(node).text.split("\n")[0] ?? "") : "";
}

/** The tags of a piece of HTML, without those that close one. Blocks of ours are the business of whoever knows them. */
function tagsIn({ value, position }: Html): Mark[] {
  const at = () => position?.start ?? { line: 1, column: 1 };
  if (value.startsWith("<!--")) return [{ kind: "<!--", mark: "<!-- … -->", at }];
  const names = Array.from(value.matchAll(/<([a-z][\w-]*)/gi), ([, name = ""]) => name);
  return names.filter((name) => !isBlockName(name)).map((name) => ({ kind: "<", mark: `<${name}>`, at }));
}

function shortened(mark: string): string {
  const [line = ""] = mark.trim().split("\n");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
