import type { ElementContent, Root } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "unist-util-visit";
import { refuseSite } from "#lib/content/check/links/refuse-site.ts";

/** The site makes a link of each address in a text. One that leads nowhere is shown as code, which stays as it is. */
export function quoteAddresses(tree: Root) {
  visit(tree, (node, index, parent) => {
    if (node.type === "element" && /^(a|code|pre)$/.test(node.tagName)) return SKIP;
    if (node.type !== "text" || !parent || index === undefined) return undefined;
    const parts = node.value.split(/((?:https?:\/\/|www\.)\S+?(?=[!"&'),.:;<>?\]}]*(?:\s|$)))/i);
    // Every second part is an address.
    const children = parts.map((part, place): ElementContent => {
      const isRefused = place % 2 === 1 && refuseSite(part.replace(/^www\./i, "https://$&"));
      return isRefused ? h("code", part) : { type: "text", value: part };
    });
    if (children.every(({ type }) => type === "text")) return undefined;
    parent.children.splice(index, 1, ...children);
    return [SKIP, index + children.length];
  });
}
