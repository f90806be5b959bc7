import type { Element, ElementContent, Nodes, Parents, Root, RootContent, Text } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";
import { visit } from "unist-util-visit";
import { cleanText, oneLine } from "#lib/import/read/clean-text.ts";
import { elementsIn } from "#lib/import/read/elements-in.ts";
import type { Note } from "#lib/import/read/source.ts";
import { markNotes } from "./mark-notes.ts";
import { nestLists } from "./nest-lists.ts";
import { quoteAddresses } from "./quote-addresses.ts";
import { videoAddress } from "./video-address.ts";

/** What a text may lead to and show, as the one who reads a source knows it. */
export type Ground = {
  /** The name in content/images of a picture, by its address. */
  pictures: Map<string, string>;
  /** Where a link leads on this site; undefined for one that leads nowhere. */
  link(href: string): string | undefined;
  tell(note: Note): void;
};

const dropped = new Set(
  "script style noscript template link meta base title head svg math canvas map area progress meter dialog nav footer datalist wbr param source track".split(
    " ",
  ),
);
const asked = new Set("form input button select textarea fieldset label".split(" "));
const framed = new Set("iframe embed object frame frameset portal audio video".split(" "));

/** Makes of a page or of a part of one what can be said in Markdown, and tells what cannot. */
export function cleanTree(tree: Root, ground: Ground) {
  dropComments(tree);
  nestLists(tree);
  takeFrames(tree, ground);
  styleWords(tree);
  markNotes(tree);
  takePictures(tree, ground);
  takeGalleries(tree);
  takeFigures(tree);
  takeFolded(tree);
  takeTables(tree, ground);
  takeLinks(tree, ground);
  takeSmall(tree, ground);
  takeTexts(tree);
  quoteAddresses(tree);
  takeHeadings(tree);
  joinWords(tree);
  dropEmpty(tree);
  liftBlocks(tree);
}

/** The address of a picture, also where a page loads it late. */
export function pictureAddress({ properties }: Element): string {
  const src = String(properties.src ?? "").trim();
  const late = [properties.dataSrc, properties.dataLazySrc, properties.dataOriginal].find(Boolean);
  return late && (src === "" || src.startsWith("data:")) ? String(late).trim() : src;
}

function dropComments(tree: Root) {
  edit(tree, (node) => (node.type === "comment" || node.type === "doctype" ? [] : undefined));
}

function takeFrames(tree: Root, { tell }: Ground) {
  editElements(tree, (node) => {
    const { tagName, properties, children } = node;
    if (tagName === "template" || dropped.has(tagName)) {
      if (tagName === "svg" || tagName === "math")
        tell({
          what: tagName === "svg" ? "a drawing" : "a formula",
          why: "is no picture of its own; save it as PNG, and name it in the text",
        });
      return [];
    }
    if (tagName === "form") {
      tell({
        what: "a form",
        why: "forms are the site's own; lead to /contact, or write <NewsletterSignUp /> in an .mdx file",
      });
      return [];
    }
    if (asked.has(tagName)) {
      // A list of what is to be done has a box before each line.
      return tagName === "input" && properties.type === "checkbox" ? undefined : tagName === "label" ? children : [];
    }
    if (framed.has(tagName)) {
      const source = children.find((child) => child.type === "element" && child.tagName === "source");
      const held = source?.type === "element" ? source.properties.src : undefined;
      const address = String(properties.src ?? properties.data ?? properties.dataSrc ?? held ?? "");
      const video = videoAddress(address);
      if (video) return [videoOf(video, String(properties.title ?? ""))];
      const name =
        tagName === "audio" || tagName === "video"
          ? `a file of ${tagName === "audio" ? "sound" : "video"}`
          : "something of another site in a frame";
      tell({
        what: `${name}${address && !address.startsWith("data:") ? ` (${shortened(address)})` : ""}`,
        why: "is not shown here; write a link to where it is",
      });
      return [];
    }
    const isEmbed = /\bwp-block-embed\b/.test(classOf(node)) || tagName === "p";
    const words = isEmbed ? firstAddress(node) : "";
    const video = words && videoAddress(words);
    const caption = captionOf(node);
    if (video) return [videoOf(video, caption)];
    if (/^https?:\S+$/.test(words) && /\bwp-block-embed\b/.test(classOf(node))) {
      tell({
        what: `something of another site (${shortened(words)})`,
        why: "is a link now; its own look comes from there",
      });
      return [h("p", [h("a", { href: words }, words)]), ...(caption ? [h("p", caption)] : [])];
    }
    return undefined;
  });
}

/** All that a paragraph says, where that is an address. */
function firstAddress(node: Element): string {
  const words = textOf(node).trim();
  if (words.length > 300) return "";
  return node.tagName === "p" ? (/^https?:\S+$/.test(words) ? words : "") : (/https?:\S+/.exec(words)?.[0] ?? "");
}

function captionOf(node: Element): string {
  const caption = node.children.find((child) => child.type === "element" && child.tagName === "figcaption");
  return caption ? oneLine(textOf(caption as Element)) : "";
}

function videoOf(href: string, title: string): Element {
  return h("dc-video", { href, name: oneLine(title) || "Video" });
}

/** Bold and slanted as Google Docs and Word write them: in a style, or by a class whose style stands above. */
function styleWords(tree: Root) {
  editElements(tree, (node) => {
    if (!/^(span|font)$/.test(node.tagName)) return undefined;
    const style = String(node.properties.style ?? "");
    if (/display:\s*none|mso-hide:\s*all/i.test(style)) return [];
    let children = node.children;
    if (/font-style:\s*(italic|oblique)/i.test(style)) children = [h("em", children)];
    if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) children = [h("strong", children)];
    if (/text-decoration[^;]*line-through/i.test(style)) children = [h("del", children)];
    return children;
  });
}

function takePictures(tree: Root, { pictures }: Ground) {
  editElements(tree, (node) => {
    if (node.tagName === "picture") return node.children;
    if (node.tagName !== "img") return undefined;
    const file = pictures.get(pictureAddress(node));
    if (!file) return [];
    const title = oneLine(String(node.properties.dataCaption ?? ""));
    return [h("img", { src: file, alt: altOf(node), ...(title ? { title } : {}) })];
  });
}

/** Word says of a picture what a program saw in it, and that a program saw it. */
function altOf({ properties }: Element): string {
  const said = oneLine(String(properties.alt ?? ""));
  return said
    .replace(
      /\s*(?:Description automatically generated(?: with [\w ]+ confidence)?|Descripción generada automáticamente(?: con confianza [\p{L} ]+)?)\.?$/iu,
      "",
    )
    .trim();
}

function takeGalleries(tree: Root) {
  const gallery = /(?:^|\s)(wp-block-gallery|gallery|tiled-gallery|blocks-gallery-grid|dc-gallery)(?:\s|$)/;
  editElements(tree, (node) => {
    if (!gallery.test(classOf(node))) return undefined;
    const shown: Element[] = [];
    visit(node, "element", (part, _index, parent) => {
      if (part.tagName !== "img") return;
      const caption = captionIn(figureAround(node, part)) ?? captionIn(parent);
      shown.push(h("img", { ...part.properties, ...(caption ? { title: caption } : {}) }));
    });
    if (shown.length < 2) return undefined;
    const own = node.children.find((child) => child.type === "element" && child.tagName === "figcaption");
    return [h("dc-gallery", shown), ...(own?.type === "element" ? [h("p", own.children)] : [])];
  });
}

/** The innermost figure or item of a gallery that holds a picture. */
function figureAround(tree: Element, picture: Element): Element | undefined {
  return elementsIn(tree).findLast(
    (node) => node !== tree && /^(figure|li|dl)$/.test(node.tagName) && elementsIn(node).includes(picture),
  );
}

function captionIn(node: Parents | undefined): string | undefined {
  const captions = (node ? elementsIn(node) : []).filter(
    (part) => part.tagName === "figcaption" || /\b(?:wp-caption-text|gallery-caption)\b/.test(classOf(part)),
  );
  const words = captions.map((caption) => oneLine(textOf(caption)));
  return words.find(Boolean) ?? words.at(-1);
}

/** A figure of one picture is the picture with its caption; of any other the caption stands below. */
function takeFigures(tree: Root) {
  editElements(tree, (node) => {
    if (node.tagName !== "figure" && !/\bwp-caption\b/.test(classOf(node))) return undefined;
    const shown = elementsIn(node).filter(({ tagName }) => tagName === "img");
    const caption = captionIn(node);
    const [first] = shown;
    if (shown.length === 1 && first && oneLine(textOf(node)) === (caption ?? ""))
      return [h("p", [h("img", { ...first.properties, ...(caption ? { title: caption } : {}) })])];
    return node.children.flatMap((child): ElementContent[] =>
      child.type === "element" && child.tagName === "figcaption" ? [h("p", child.children)] : [child],
    );
  });
}

/** What is folded stands open here, under its words; what stands aside is a callout. */
function takeFolded(tree: Root) {
  editElements(tree, (node) => {
    if (node.tagName === "summary") return [h("p", [h("strong", inline(node.children))])];
    if (node.tagName === "details") return node.children;
    if (node.tagName !== "aside" && !/(?:^|\s)callout(?:\s|$)/.test(classOf(node))) return undefined;
    if (textOf(node).trim() === "") return [];
    return [h("dc-callout", { name: oneLine(String(node.properties.title ?? "")) || undefined }, node.children)];
  });
}

/** Summaries hold headings at times. */
function inline(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child) =>
    child.type === "element" && /^(h\d|p|div)$/.test(child.tagName) ? child.children : [child],
  );
}

const blocks = "p|div|ul|ol|table|pre|blockquote|h[1-6]|figure|dl";
const isBlock = new RegExp(`^(?:${blocks}|dc-(?!note-mark)[\\w-]+)$`);

function takeTables(tree: Root, { tell }: Ground) {
  editElements(tree, (node) => {
    if (node.tagName !== "table") return undefined;
    const cells = elementsIn(node).filter(({ tagName }) => /^t[dh]$/.test(tagName));
    const isNested = holds(node, "table");
    const isMerged = cells
      .flatMap(({ properties }) => [properties.colSpan, properties.rowSpan])
      .some((span) => Number(span ?? 1) > 1);
    const [only] = cells;
    // A frame around a text, or what puts pictures beside each other.
    if (cells.length <= 1 || isNested) {
      if (isNested)
        tell({ what: "a table within a table", why: "what stands in them is text now; write one table of it" });
      return only && !isNested
        ? only.children
        : cells.filter((cell) => !holds(cell, "table")).map((cell) => h("div", cell.children));
    }
    if (isMerged)
      tell({
        what: `a table with cells over several columns or lines (${beginningOf(node)})`,
        why: "each cell stands once, in its first place; look at the table",
      });
    nameColumns(node);
    const isDeep = cells.some((cell) =>
      ["ul", "ol", "pre", "blockquote", "h2", "h3"].some((name) => holds(cell, name)),
    );
    for (const cell of cells) cell.children = flat(cell.children);
    if (isDeep)
      tell({
        what: `a table with lists or headings in its cells (${beginningOf(node)})`,
        why: "a cell is one line here; look at the table",
      });
    return undefined;
  });
}

/** A table here has a line of names at its top: without one that is its first line. */
function nameColumns(table: Element) {
  const row = elementsIn(table).find(({ tagName }) => tagName === "tr");
  for (const cell of row?.children ?? []) if (cell.type === "element" && cell.tagName === "td") cell.tagName = "th";
}

function holds(node: Element, name: string): boolean {
  return elementsIn(node).some((part) => part !== node && part.tagName === name);
}

/** One line of what stood in blocks. */
function flat(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== "element") return [child];
    if (child.tagName === "br" || child.tagName === "hr") return [text(" ")];
    if (isBlock.test(child.tagName) || /^(li|dt|dd|section|article)$/.test(child.tagName))
      return [...flat(child.children), text(" ")];
    return [{ ...child, children: flat(child.children) }];
  });
}

function takeLinks(tree: Root, { link, tell }: Ground) {
  editElements(tree, (node) => {
    if (node.tagName !== "a") return undefined;
    const href = String(node.properties.href ?? "").trim();
    const holdsPicture = holds(node, "img");
    if (href === "" || href === "#" || /^javascript:/i.test(href)) return node.children;
    if (href.startsWith("#")) {
      const words = beginningOf(node);
      // Themes put a sign beside each heading that leads to itself.
      if (/[\p{L}\p{N}]/u.test(words)) {
        const what = `a link to ${shortened(href)} in the same text (${words})`;
        tell({ what, why: "places in a text have other names here; its words are there, without a link" });
      }
      return node.children;
    }
    // To the picture itself, as it was larger.
    if (holdsPicture && /\.(jpe?g|png|gif|webp|avif)(?:[?#].*)?$/i.test(href)) return node.children;
    const target = link(unwrapped(href));
    if (target !== undefined && target !== "") {
      if (node.children.some((child) => child.type === "element" && isBlock.test(child.tagName))) return node.children;
      return [h("a", { href: target }, node.children)];
    }
    tell({
      what: `a link to ${shortened(href)} (${beginningOf(node) || "without words"})`,
      why: "leads to nothing on this site; its words are there, without a link",
    });
    return node.children;
  });
}

/** The page itself, where Google or Outlook put an address of theirs before it. */
function unwrapped(href: string): string {
  if (!/^https?:\/\/(?:(?:www\.)?google\.[a-z.]{2,6}\/url\?|[\w.-]*safelinks\.protection\.outlook\.com\/)/i.test(href))
    return href;
  const asked = URL.parse(href)?.searchParams;
  return asked?.get("q") ?? asked?.get("url") ?? href;
}

const raised: Record<string, string> = Object.fromEntries(
  [..."0123456789+-=()n"].map((sign, index) => [sign, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"][index] ?? sign]),
);
const lowered: Record<string, string> = Object.fromEntries(
  [..."0123456789+-=()"].map((sign, index) => [sign, [..."₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"][index] ?? sign]),
);
// As English and Spanish write them: 1st, 3.ª.
const ordinals: Record<string, string> = {
  a: "ª",
  o: "º",
  st: "st",
  nd: "nd",
  rd: "rd",
  th: "th",
  er: "er",
  ª: "ª",
  º: "º",
};

function takeSmall(tree: Root, { tell }: Ground) {
  editElements(tree, (node) => {
    if (!/^su[bp]$/.test(node.tagName)) return undefined;
    const words = textOf(node).trim();
    const table = node.tagName === "sub" ? lowered : raised;
    const signs = [...words];
    const small =
      ordinals[words] ?? (signs.every((sign) => sign in table) ? signs.map((sign) => table[sign]).join("") : undefined);
    if (holds(node, "a") || holds(node, "dc-note-mark") || holds(node, "img")) return node.children;
    if (small !== undefined) return [text(small)];
    tell({
      what: `small ${node.tagName === "sub" ? "low" : "raised"} letters (${shortened(words)})`,
      why: "stand on the line like the others",
    });
    return node.children;
  });
}

function takeTexts(tree: Root) {
  visit(tree, "text", (node) => {
    node.value = cleanText(node.value);
  });
}

/** The title is h1, and stands above the text. Levels that a text leaves out, for the look of the next, are none. */
function takeHeadings(tree: Root) {
  const headings = elementsIn(tree).filter(({ tagName }) => /^h[1-6]$/.test(tagName));
  const levels = [...new Set(headings.map(({ tagName }) => tagName))].sort();
  for (const heading of headings) {
    heading.tagName = `h${Math.min(6, levels.indexOf(heading.tagName) + 2)}`;
    heading.children = unmarked(heading.children);
  }
}

/** Word makes each heading bold once more. */
function unmarked(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child) => {
    if (child.type !== "element") return [child];
    if (child.tagName === "br") return [text(" ")];
    return /^(strong|b|span|u)$/.test(child.tagName) ? unmarked(child.children) : [child];
  });
}

const marked = /^(strong|b|em|i|del|s|strike|a)$/;

/** Spaces stand outside of what is bold, and what is bold in two pieces is bold in one: else Markdown shows its signs. */
function joinWords(tree: Root) {
  editElements(tree, (node) => {
    node.children = joined(node.children);
    if (!marked.test(node.tagName)) return undefined;
    const before = edgeOf(node, 0);
    const after = edgeOf(node, -1);
    if (textOf(node).trim() === "" && !holds(node, "img") && !holds(node, "dc-note-mark") && node.tagName !== "a")
      return [
        text(before || after),
        ...node.children.filter((child) => child.type === "element" && child.tagName === "br"),
      ];
    return before === "" && after === "" ? undefined : [text(before), node, text(after)];
  });
  tree.children = joined(tree.children as ElementContent[]) as RootContent[];
}

function joined(children: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const child of children) {
    const space = result.at(-1);
    const isApart = space?.type === "text" && /^\s*$/.test(space.value);
    const last = result.at(isApart ? -2 : -1);
    if (child.type === "element" && isAlike(last, child)) {
      if (isApart) last.children.push(...result.splice(-1));
      last.children.push(...child.children);
    } else result.push(child);
  }
  return result;
}

function isAlike(one: ElementContent | undefined, other: ElementContent): one is Element {
  return (
    one?.type === "element" &&
    other.type === "element" &&
    one.tagName === other.tagName &&
    /^(strong|b|em|i|del)$/.test(one.tagName)
  );
}

/** Takes the spaces at one end out of an element, and gives them. */
function edgeOf(node: Element, end: 0 | -1): string {
  const edge = node.children.at(end);
  if (edge?.type !== "text") return "";
  const spaces = (end === 0 ? /^\s+/ : /\s+$/).exec(edge.value)?.[0] ?? "";
  edge.value = end === 0 ? edge.value.slice(spaces.length) : edge.value.slice(0, edge.value.length - spaces.length);
  return spaces && " ";
}

function dropEmpty(tree: Root) {
  const kept = /^(img|br|hr|td|th|tr|table|thead|tbody|input|dc-.*|code|pre)$/;
  editElements(tree, (node) => {
    if (kept.test(node.tagName)) return undefined;
    const isEmpty = node.children.every((child) => child.type === "text" && child.value.trim() === "");
    if (!isEmpty) return undefined;
    return /^(span|u|a|strong|em|b|i|del|s|font|small|mark)$/.test(node.tagName) ? node.children : [];
  });
}

/** Blocks of ours stand at the margin, behind what they stood in. */
function liftBlocks(tree: Root) {
  tree.children = tree.children.flatMap((child): RootContent[] => {
    if (child.type !== "element" || isOurs(child)) return [child];
    const lifted: Element[] = [];
    editElements(child, (node) => {
      if (!isOurs(node)) return undefined;
      lifted.push(node);
      return [];
    });
    return [child, ...lifted];
  });
}

function isOurs({ tagName }: Element): boolean {
  return /^dc-(video|gallery|callout|note)$/.test(tagName);
}

/** Goes through a tree from its leaves up; what `change` gives stands in the place of a node. */
function edit(tree: Parents, change: (node: Nodes) => Nodes[] | undefined) {
  const children: Nodes[] = [];
  for (const child of tree.children as Nodes[]) {
    if ("children" in child) edit(child as Parents, change);
    // One by one: a call with very many arguments fails.
    for (const node of change(child) ?? [child]) children.push(node);
  }
  tree.children = children as typeof tree.children;
}

function editElements(tree: Parents, change: (element: Element) => Nodes[] | undefined) {
  edit(tree, (node) => (node.type === "element" ? change(node) : undefined));
}

function text(value: string): Text {
  return { type: "text", value };
}

function classOf({ properties }: Element): string {
  return Array.isArray(properties.className) ? properties.className.join(" ") : String(properties.className ?? "");
}

function shortened(words: string, most = 120): string {
  const line = oneLine(words);
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

function beginningOf(node: Element): string {
  return shortened(textOf(node), 40);
}
