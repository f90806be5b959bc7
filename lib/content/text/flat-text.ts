import type { Nodes } from "mdast";
import { visit } from "unist-util-visit";

export type Place = { line: number; column: number };

/** The words of a paragraph, whatever is bold in it, and where each stands in the file. */
export function flatText(node: Nodes) {
  const parts: { start: number; node: Nodes }[] = [];
  let text = "";
  visit(node, (part) => {
    if ("children" in part) return;
    parts.push({ start: text.length, node: part });
    text += part.type === "text" ? part.value : part.type === "break" ? "\n" : "\ufffc";
  });
  return {
    text,
    placeAt(index: number): Place {
      // Around an address that became a link by itself nothing has a place of its own.
      const isBefore = (part: { start: number; node: Nodes }) =>
        part.start <= index && part.node.position !== undefined;
      const { start, node: nearest } = parts.findLast(isBefore) ?? { start: 0, node };
      const { line, column } = nearest.position?.start ?? { line: 1, column: 1 };
      const lines = text.slice(start, index).split("\n");
      const last = lines.at(-1) ?? "";
      return { line: line + lines.length - 1, column: lines.length > 1 ? last.length + 1 : column + last.length };
    },
  };
}
