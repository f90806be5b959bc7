import type { Nodes } from "mdast";
import { visit } from "unist-util-visit";
import { endInSource } from "#lib/content/text/end-in-source.ts";
import { pointAt } from "#lib/content/text/point-at.ts";

export type Place = { line: number; column: number };

/** The words of a paragraph, whatever is bold in it, where its lines are kept apart, and where each word stands in the file. */
export function flatText(node: Nodes) {
  const parts: { start: number; node: Nodes }[] = [];
  const hardBreaks: number[] = [];
  let text = "";
  visit(node, (part) => {
    if ("children" in part) return;
    if (part.type === "break") hardBreaks.push(text.length);
    parts.push({ start: text.length, node: part });
    text += part.type === "text" ? part.value : part.type === "break" ? "\n" : "\ufffc";
  });
  return {
    text,
    hardBreaks,
    placeAt(index: number, body: string): Place {
      const { start, node: part } = parts.findLast((other) => other.start <= index) ?? { start: 0, node };
      const at = part.position?.start ?? { line: 1, column: 1, offset: 0 };
      if (part.type !== "text") return at;
      return pointAt(body, endInSource(text.slice(start, index), body, at.offset ?? 0), at);
    },
  };
}
