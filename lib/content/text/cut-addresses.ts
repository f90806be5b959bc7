import type { Link, PhrasingContent, Root, Text } from "mdast";
import { visit } from "unist-util-visit";
import { endInSource } from "./end-in-source.ts";
import { pointAt } from "./point-at.ts";

// Quotes, dashes, points and characters that nobody sees. In an address they stand as %E2%80%9D and the like.
const sign = String.raw`[\p{Pi}\p{Pf}\p{Cf}\p{Zs}‚„′″…•→\u2012-\u2015]`;
const atSigns = new RegExp(`(${sign}+)`, "u");

/** Ends each address that became a link by itself before the first such sign; for remark it ends at a plain space alone. */
export function cutAddresses(tree: Root, body: string) {
  visit(tree, (parent) => {
    if (!("children" in parent)) return;
    const children = (parent.children as PhrasingContent[]).flatMap((node) =>
      node.type === "link" && isBare(node, body) ? cut(node, body) : [node],
    );
    Object.assign(parent, { children });
  });
}

/** Whether it was typed as an address alone, without [words]( ) or < >. */
export function isBare({ url, children: [words], position }: Link, body: string): boolean {
  const source = body[position?.start.offset ?? -1] ?? "";
  return words?.type === "text" && url.endsWith(words.value) && !/[[<]/.test(source);
}

function cut(link: Link, body: string): PhrasingContent[] {
  const pieces = wordsOf(link).split(atSigns);
  if (pieces.length === 1) return [link];
  const nodes = pieces.flatMap((piece) => nodesOf(piece));
  // The rest is given its place like every address that remark finds late.
  const { start } = link.position ?? {};
  const [first] = nodes;
  if (start && first)
    first.position = { start, end: pointAt(body, endInSource(wordsOf(first), body, start.offset ?? 0), start) };
  return nodes;
}

function nodesOf(piece: string): (Link | Text)[] {
  const address = /^(?:https?:\/\/|www\.)[\p{L}\p{N}[].*/iu.test(piece) ? withoutEnd(piece) : "";
  const rest = piece.slice(address.length);
  const url = /^www/i.test(address) ? `http://${address}` : address;
  return [
    ...(address ? [{ type: "link" as const, url, children: [{ type: "text" as const, value: address }] }] : []),
    ...(rest ? [{ type: "text" as const, value: rest }] : []),
  ];
}

/** Without the full stop of a sentence, and the ) of a bracket that was opened before it. */
function withoutEnd(address: string): string {
  const trimmed = address.replace(/[?!.,:;*_~'"\]}]+$/, "");
  const isClosedTwice = trimmed.split(")").length > trimmed.split("(").length;
  return trimmed.endsWith(")") && isClosedTwice ? withoutEnd(trimmed.slice(0, -1)) : trimmed;
}

function wordsOf(node: Link | Text): string {
  if (node.type === "text") return node.value;
  const [words] = node.children;
  return words?.type === "text" ? words.value : "";
}
