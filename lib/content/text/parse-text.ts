import type { Nodes, Root } from "mdast";
import type { Report } from "./report.ts";

/** No text needs more. Of 3,000 levels what makes a page ran out of stack, of 10,000 the parser; 1,000 passed. */
const deepest = 50;

/** Undefined, and reported, where quotes, lists, links or blocks stand too deep in one another. */
export function parseText(markdown: { parse(text: string): Root }, text: string, report: Report): Root | undefined {
  try {
    const tree = markdown.parse(text);
    const tooDeep = nodeBelow(tree, deepest);
    if (!tooDeep) return tree;
    report(tooDeep, message);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const line = lineOfMostMarks(text);
    report({ position: { start: { line, column: 1 }, end: { line, column: 1 } } }, message);
  }
  return undefined;
}

const message = `stands more than ${deepest} levels deep in quotes, lists, links or blocks; remove most of the marks before it`;

function nodeBelow(tree: Root, levels: number): Nodes | undefined {
  let level: Nodes[] = [tree];
  for (let depth = 0; depth < levels && level.length > 0; depth++)
    level = level.flatMap((node) => ("children" in node ? node.children : []));
  return level[0];
}

function lineOfMostMarks(text: string): number {
  const marks = text.split("\n").map((line) => line.match(/[>*_~[<+-]/g)?.length ?? 0);
  return marks.indexOf(Math.max(0, ...marks)) + 1;
}
