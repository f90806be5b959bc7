import type { Nodes, Parents, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { Report } from "#lib/content/text/report.ts";
import { flatText } from "./flat-text.ts";
import { joinedList } from "./joined-list.ts";

/** Warns of lists without a space after their marks, or with marks of other kinds, which Markdown runs together into one paragraph. */
export function lintLists(tree: Root, body: string, report: Report) {
  visit(tree, "paragraph", (node, index, parent) => {
    if (!parent || index === undefined) return;
    const { text, hardBreaks, placeAt } = flatText(node);
    const warn = (offset: number, message: string) => {
      const at = placeAt(offset, body);
      report({ position: { start: at, end: at } }, message, "warning");
    };
    const lines = text.split("\n");
    const found = marksIn(text).find((mark) => isListed(mark, lines, index, parent));
    if (found) {
      if (found.line > 0 || !isAlike(found, parent.children[index - 1])) warn(found.index, adviceOn(found));
      return;
    }
    const joined = joinedList(text, hardBreaks);
    if (joined)
      warn(
        joined.index,
        `${joined.mark} begins no list, and these lines run together; write ${/^\[?\d/.test(joined.mark) && !/^\d\ufe0f?\u20e3/.test(joined.mark) ? "1. and a space in place of it" : "- and a space before it"}, on each line`,
      );
  });
}

function adviceOn({ mark, kind }: Mark): string {
  return kind in others
    ? `${mark} begins no list; write ${others[kind]} and a space before the words, on each line`
    : `put a space after the ${mark} and before the words, on each line; without it this is no list`;
}

/** Which no Markdown knows, and what is written instead. */
const others: Record<string, string> = { ".-": "1.", "a)": "-" };

type Mark = { mark: string; kind: string; line: number; index: number };

// Before a digit they belong to a number; 1.º, 1.er and 1.a are ordinals.
const typed = /^([-*+]|\d{1,3}(?:\.(?!(?:er|[ao])\b|[ºª])|\)))(?=[\p{L}¿¡"“«'‘([\ufffc])/u;

const unknown = /^(\d{1,3}\.-|[a-z]\))[ \t]*(?=[\p{L}¿¡"“«'‘([\ufffc])/iu;

function marksIn(text: string): Mark[] {
  return Array.from(text.matchAll(/^.*/gm), ({ 0: line, index }, number) => {
    const mark = typedAt(line);
    return mark ? [{ mark, kind: kindOf(mark), line: number, index }] : [];
  }).flat();
}

function typedAt(line: string): string | undefined {
  return (typed.exec(line) ?? unknown.exec(line))?.[1];
}

function kindOf(mark: string): string {
  if (/^[a-z]/i.test(mark)) return "a)";
  return mark.endsWith(".-") ? ".-" : mark.slice(-1);
}

/** One such line alone may be anything. */
function isListed(mark: Mark, lines: string[], index: number, parent: Parents): boolean {
  const isNear = [lines[mark.line - 1], lines[mark.line + 1]].some((line) => line && markOf(line) === mark.kind);
  if (isNear || (parent.type === "listItem" && mark.line > 0)) return true;
  const [before, after] = [parent.children[index - 1], parent.children[index + 1]];
  if (mark.line === lines.length - 1 && (isAlike(mark, after) || isNextLine(parent.children[index], after)))
    return true;
  return mark.line === 0 && isAlike(mark, before);
}

function markOf(line: string): string | undefined {
  const mark = typedAt(line) ?? /^\d{1,3}[.)](?=[ \t])/.exec(line)?.[0];
  return mark && kindOf(mark);
}

/** A - before a paragraph of its own is how some write that somebody speaks. */
function isAlike({ kind }: Mark, node: Nodes | undefined): boolean {
  return kind !== "-" && node?.type === "paragraph" && marksIn(flatText(node).text)[0]?.kind === kind;
}

function isNextLine(node: Nodes | undefined, list: Nodes | undefined): boolean {
  return list?.type === "list" && list.position?.start.line === (node?.position?.end.line ?? 0) + 1;
}
