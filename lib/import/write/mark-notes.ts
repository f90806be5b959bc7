import type { Element, ElementContent, Nodes, Parents, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";
import { SKIP, visit } from "unist-util-visit";
import { elementsIn } from "#lib/import/read/elements-in.ts";

const mostLinks = 2000;

/**
 * Footnotes, as Word, Google Docs, WordPress and Markdown make them: a link to a place of the text that links back. The mark
 * becomes a dc-note-mark, and the note a dc-note at the end.
 */
export function markNotes(tree: Root) {
  const places = new Map<string, { node: Element; parents: Parents[] }>();
  const links: { node: Element; to: string; parents: Parents[] }[] = [];
  walk(tree, [], (node, parents) => {
    for (const id of [node.properties.id, node.properties.name]) if (id) places.set(String(id), { node, parents });
    const href = node.tagName === "a" ? String(node.properties.href ?? "") : "";
    if (href.startsWith("#") && href.length > 1) links.push({ node, to: href.slice(1), parents });
  });

  // To pair them takes time with the square of their number.
  if (links.length > mostLinks) return;

  const notes = new Map<Element, { name: string; back: Set<Element> }>();
  const marks: { link: (typeof links)[number]; name: string }[] = [];
  for (const [index, link] of links.entries()) {
    const block = blockAt(places.get(link.to));
    if (!block || isWithin(link, block)) continue;
    const back = links
      .slice(index + 1)
      .filter((other) => isWithin(other, block) && isWithin(link, places.get(other.to)?.node));
    // The two link to each other; the first of them stands in the text.
    if (back.length === 0) continue;
    const note = notes.get(block) ?? { name: String(notes.size + 1), back: new Set() };
    for (const { node } of back) note.back.add(node);
    notes.set(block, note);
    marks.push({ link, name: note.name });
  }

  // The marks first: what they stand in is still in its place.
  for (const { link, name } of marks) {
    const sup = link.parents.findLast((parent): parent is Element => isElement(parent) && parent.tagName === "sup");
    replace(sup ?? link.node, h("dc-note-mark", { name }));
  }
  const found = [...notes].map(([block, { name, back }]) => {
    drop(block, (node) => back.has(node));
    drop(block, isLeftover);
    return h("dc-note", { name }, block.tagName === "p" ? [h("p", block.children)] : block.children);
  });
  const blocks = new Set<Nodes>(notes.keys());
  drop(tree, (node) => blocks.has(node));
  // What held the notes, and a line and a heading above them, is left empty.
  if (found.length > 0) {
    drop(tree, (node) => /^(ol|section|div)$/.test(node.tagName) && holdsNothing(node));
    while (tree.children.length > 0 && isRule(tree.children.at(-1))) tree.children.pop();
    tree.children.push(...found);
  }
}

/** Of a place that is the mark of its note alone, the paragraph around it is the note. */
function blockAt(place: { node: Element; parents: Parents[] } | undefined): Element | undefined {
  if (!place) return undefined;
  const isBlock = (node: Nodes): node is Element =>
    isElement(node) && /^(li|p|div|aside|dd|section)$/.test(node.tagName);
  return isBlock(place.node) ? place.node : place.parents.findLast(isBlock);
}

function isWithin({ node, parents }: { node: Element; parents: Parents[] }, holder: Element | undefined): boolean {
  return holder !== undefined && (node === holder || parents.includes(holder) || holder.children.includes(node));
}

function isLeftover(node: Element): boolean {
  return /^(sup|a|span)$/.test(node.tagName) && textOf(node).trim() === "" && !hasPicture(node);
}

function isRule(node: Nodes | undefined): boolean {
  return (node?.type === "text" && node.value.trim() === "") || (node?.type === "element" && node.tagName === "hr");
}

function holdsNothing(node: Element): boolean {
  const isTitle = (child: ElementContent) => child.type === "element" && /^(h\d|hr)$/.test(child.tagName);
  return node.children.every((child) => isTitle(child) || (textOf(child).trim() === "" && !hasPicture(child)));
}

function hasPicture(node: Nodes): boolean {
  return elementsIn(node).some(({ tagName }) => tagName === "img");
}

function isElement(node: Nodes): node is Element {
  return node.type === "element";
}

function walk(node: Nodes, parents: Parents[], take: (node: Element, parents: Parents[]) => void) {
  if (isElement(node)) take(node, parents);
  if ("children" in node) for (const child of node.children) walk(child, [...parents, node], take);
}

function replace(node: Element, other: Element) {
  Object.assign(node, other);
}

function drop(tree: Nodes, isDropped: (node: Element) => boolean) {
  visit(tree, "element", (node, index, parent) => {
    if (!parent || index === undefined || !isDropped(node)) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}
