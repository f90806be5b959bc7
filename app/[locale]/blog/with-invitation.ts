import type { Root } from "hast";
import { h } from "hastscript";
import { visit } from "unist-util-visit";

const longFrom = 4;

/**
 * A long article with an invitation before the section in its middle, for phones, on which it goes on for a dozen screens. Elsewhere
 * one stands beside the text. Where the text has its own, that is enough.
 */
export function withInvitation(tree: Root, service: string | undefined): Root {
  const sections = tree.children.flatMap((child, index) =>
    child.type === "element" && child.tagName === "h2" ? [index] : [],
  );
  const middle = sections[Math.floor(sections.length / 2)];
  if (sections.length < longFrom || middle === undefined || hasInvitation(tree)) return tree;
  const invitation = h("div", { className: ["md:hidden"] }, h("dc-inquiry-invitation", { service }));
  return { ...tree, children: tree.children.toSpliced(middle, 0, invitation) };
}

function hasInvitation(tree: Root): boolean {
  let found = false;
  visit(tree, { tagName: "dc-inquiry-invitation" }, () => {
    found = true;
  });
  return found;
}
