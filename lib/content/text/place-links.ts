import type { Nodes, Parents, Root } from "mdast";
import { visit } from "unist-util-visit";
import { isBlock } from "./blocks.ts";
import { endInSource } from "./end-in-source.ts";
import { type Point, pointAt } from "./point-at.ts";

/**
 * Gives a place to each address that became a link by itself, and to the text around it. Remark finds some of them, as in
 * [url=https://a.test], only after it has parsed the text, and leaves both without.
 */
export function placeLinks(tree: Root, body: string) {
  visit(tree, (parent) => {
    if (!("children" in parent)) return;
    let start = startOfText(parent, body);
    for (const node of parent.children as Nodes[]) {
      if (!node.position) {
        const words = node.type === "link" ? node.children[0] : node;
        const end = endInSource(words?.type === "text" ? words.value : "", body, start.offset ?? 0);
        node.position = { start, end: pointAt(body, end, start) };
      }
      start = node.position.end;
    }
  });
}

/** Behind the marks that a node begins with. */
function startOfText(parent: Parents, body: string): Point {
  const start = parent.position?.start ?? { line: 1, column: 1, offset: 0 };
  const from = start.offset ?? 0;
  if (isBlock(parent))
    return pointAt(body, body.indexOf(">", parent.attributes.at(-1)?.position?.end.offset ?? from) + 1, start);
  const hasMarks = ["heading", "emphasis", "strong", "delete", "tableCell"].includes(parent.type);
  return hasMarks ? pointAt(body, from + (/^[#*_~|]*[ \t]*/.exec(body.slice(from))?.[0].length ?? 0), start) : start;
}
