import type { Element, Nodes } from "hast";
import { visit } from "unist-util-visit";

/** Every element of a tree from its top down, itself among them where it is one. */
export function elementsIn(tree: Nodes): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (element) => {
    found.push(element);
  });
  return found;
}
