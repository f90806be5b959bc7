import type { List, Nodes, Root, Table } from "mdast";
import { visit } from "unist-util-visit";
import { isBlock, isBlockName } from "#lib/content/text/blocks.ts";
import { isBare } from "#lib/content/text/cut-addresses.ts";
import { type Point, pointAt } from "#lib/content/text/point-at.ts";
import type { Report } from "#lib/content/text/report.ts";
import { signInAddress } from "#lib/content/text/sign-in-address.ts";
import { flatText } from "./flat-text.ts";
import { pairedBullet, reportForeignMarks, withoutForeignMarks } from "./foreign-marks.ts";
import { isPoorAlt } from "./is-poor-alt.ts";
import { lintLists } from "./lint-lists.ts";
import { rawMark } from "./raw-mark.ts";

/** Says what is no mistake for Markdown, and would not look on the page as its author meant it. */
export function lintMarkdown(tree: Root, body: string, report: Report) {
  const warn = (node: Pick<Nodes, "position">, message: string) => report(node, message, "warning");
  if (tree.children.every(isNote)) warn({}, "there is no text yet; write it below the second ---");

  reportForeignMarks(tree, body, report);
  lintLists(tree, body, report);
  reportBlocks(tree, warn);
  reportNotes(tree, warn);
  reportUnnamed(tree, warn);
  reportComments(tree, body, warn);
  // One whose line lacks its colon is told of there.
  const begun = new Set(Array.from(body.matchAll(uncolonedNote), ([, mark]) => mark));
  const strays = strayTitles(tree);
  let level = hasTitle(tree) && strays.size === 0 ? 0 : 1;
  visit(tree, (node, _index, parent) => {
    switch (node.type) {
      case "heading":
        reportUnderlined(node, body, warn);
        if (!hasWords(node)) warn(node, "this heading has no words; write them after the #, or remove it");
        if (strays.has(node))
          warn(node, "stands above the headings before it, and makes them smaller; begin it with ##");
        else if (node.depth > level + 1)
          warn(node, `skips a level of headings; begin it with ${"#".repeat(level + 1)}`);
        level = strays.has(node) ? 2 : node.depth;
        break;
      case "link":
        if (!isBare(node, body)) reportSign(node.url, node, warn);
        if (!hasWords(node)) warn(node, `this link has no words to click on; write [words](${node.url})`);
        if (roundabout.test(node.url))
          warn(
            node,
            "this link goes by way of a program that counts clicks; open it, and copy the address of the page itself",
          );
        break;
      case "linkReference":
      case "definition":
        if (node.type === "definition") reportSign(node.url, node, warn);
        if (node.label?.startsWith("^")) warn(node, spacedName);
        break;
      case "image":
      case "imageReference":
        reportAlt(node.alt ?? "", node.type === "image" ? node.url : "picture.jpg", (message) => warn(node, message));
        if (node.type === "image") reportCaption(node.title ?? "", (message) => warn(node, message));
        break;
      case "code":
        if (!/^\s*(```|~~~)/.test(sourceOf(node, body))) {
          warn(
            node,
            "a line that begins with four spaces is shown as code; remove them, or put it between two lines ```",
          );
        } else if (!/\n[ \t>]*(```|~~~)[`~]*[ \t]*$/.test(sourceOf(node, body))) {
          warn(node, "this code has no end, and all below it is shown as code; close it with a line ```");
        } else if (tree.children.every((child) => child === node || isNote(child))) {
          warn(node, "all of this text is shown as code; remove the lines ``` at its beginning and its end");
        } else if (/^(markdown|md)$/i.test(node.lang ?? "") && /\n[ \t]*\n/.test(node.value)) {
          warn(node, "this text is shown as code; remove the line ```markdown before it, and the line ``` behind it");
        }
        break;
      case "thematicBreak":
        if (/^-{2,}(?:[ \t]+-{2,})+[ \t]*$/.test(sourceOf(node, body)))
          warn(node, "is no table yet; write | between its cells, and here | --- | for each column");
        break;
      case "emphasis":
      case "strong":
        if (/\d$/.test(body.slice(0, node.position?.start.offset)) && /^\*+\d/.test(sourceOf(node, body)))
          warn(
            node,
            "the * between these numbers is not shown, and makes them slanted; write ×, or \\* for the * itself",
          );
        break;
      case "delete":
        if (!sourceOf(node, body).startsWith("~~"))
          warn(
            node,
            "~ strikes these words through; write ~~ if that is meant, \\~ for the ~ itself, or ₂ for a small 2",
          );
        break;
      case "list":
        reportNumbers(node, body, warn);
        break;
      case "table":
        reportCells(node, body, warn);
        break;
      case "paragraph":
        if (parent?.type === "listItem" || parent?.type === "blockquote") reportJoined(node, parent, body, warn);
        if (parent && !isBlock(parent)) reportHashes(node, body, warn);
        reportColons(node, body, warn);
        if (/^#{7}/.test(sourceOf(node, body))) warn(node, "a heading has six # at most; more are shown");
        if (/(?<!\\)\\$/.test(sourceOf(node, body).trimEnd()))
          warn(node, "the \\ at the end of this is shown; remove it, an empty line parts paragraphs");
        if (/^\\#{1,6}[ \t]/.test(sourceOf(node, body)))
          warn(node, "the \\ before it shows this # as it is typed; remove it, if this is a heading");
        if (hasCells(flatText(node).text))
          warn(
            node,
            "these cells are no table yet; write | between them, and below the first line | --- | for each column",
          );
        if (/^\|.*\|[ \t]*\n\|/.test(sourceOf(node, body)))
          warn(node, "is no table yet; below its first line write one of | --- | for each column");
        if (/^\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?)?[ \t]*$/.test(sourceOf(node, body)))
          warn(node, "is no table yet; remove the empty lines between its lines");
        break;
      case "text":
        // An address that became a link by itself may hold any marks.
        if (parent?.type !== "link" || !parent.url.endsWith(node.value)) {
          reportMarks(node.value, node, begun, body, warn);
          reportUnpaired(node, body, warn);
        }
        if (node.value.includes("\ufffd") && !sourceOf(node, body).includes("\ufffd"))
          warn(
            node,
            "the character that &#…; names here does not exist, and \ufffd is shown for it; type the right one",
          );
        break;
    }
  });
}

const spacedName = "there is no space in the name of a note; write [^one-name], here and before its text";

/** As they are copied from the results of a search, from mail programs and from posts. */
const roundabout =
  /^https?:\/\/((www\.)?google\.[a-z.]{2,6}\/url\?|[\w.-]*safelinks\.protection\.outlook\.com\/|urldefense\.(proofpoint\.)?com\/|l\.facebook\.com\/l\.php|(www\.)?linkedin\.com\/safety\/go|lnkd\.in\/)/i;

function reportSign(url: string, node: Pick<Nodes, "position">, warn: Warn) {
  const message = signInAddress(url);
  if (message) warn(node, message);
}

type Warn = (node: Pick<Nodes, "position">, message: string) => void;

/** Once for a text: who forgot the ending of one name has forgotten it for all its blocks. */
function reportBlocks(tree: Root, warn: Warn) {
  let first: { node: Nodes; name: string } | undefined;
  visit(tree, "html", (node) => {
    const [, name] = /^<([a-z][\w-]*)/i.exec(node.value) ?? [];
    if (name && isBlockName(name)) first ??= { node, name };
  });
  if (first) warn(first.node, `<${first.name}> is read in files that end in .mdx alone; rename this one`);
}

/** Of a note that nothing names, and of the second of two, a page shows nothing. */
function reportNotes(tree: Root, warn: Warn) {
  const named = new Set<string>();
  visit(tree, "footnoteReference", ({ identifier }) => void named.add(identifier));
  const defined = new Set<string>();
  visit(tree, "footnoteDefinition", (node) => {
    const mark = `[^${node.label ?? node.identifier}]`;
    if (defined.has(node.identifier))
      warn(
        node,
        `another note is called ${mark}, and this one is not shown; give it a name of its own, here and in the text`,
      );
    else if (!named.has(node.identifier))
      warn(
        node,
        `nothing in this text names the note ${mark}, so it is not shown; write ${mark} after the words that it is about`,
      );
    defined.add(node.identifier);
  });
}

/** Of what Markdown takes for the address of a link, a page shows nothing. [//]: # is how some write a note to themselves. */
function reportUnnamed(tree: Root, warn: Warn) {
  const named = new Set<string>();
  visit(tree, (node) => {
    if (node.type === "linkReference" || node.type === "imageReference") named.add(node.identifier);
  });
  visit(tree, "definition", (node) => {
    const { label, identifier, url } = node;
    if (named.has(identifier) || label?.startsWith("^") || url === "#") return;
    warn(
      node,
      `nothing in this text names [${label ?? identifier}], so this line is not shown; write \\ before its [ to show it, or remove it`,
    );
  });
}

/** A sentence, several lines or a line of front matter are no heading. */
function reportUnderlined(node: Nodes, body: string, warn: Warn) {
  const [, text = "", mark] = /^([\s\S]*\S)[ \t]*\n[ \t>]*(-|=)[-=]*[ \t]*$/.exec(sourceOf(node, body)) ?? [];
  if (mark && (/\n|[.…:][)”"»*_]*$/.test(text) || (mark === "-" && /^[\w-]+: /.test(text))))
    warn(node, `the line of ${mark} below makes this a heading; put an empty line before it, or remove both`);
}

/** A line at the margin goes on with the list or the quote above it, also when a sentence ended there and another begins. */
function reportJoined(node: Nodes, parent: Nodes, body: string, warn: Warn) {
  const atMargin = parent.type === "listItem" ? /^[^\s>]/ : /^(?![ \t]*>)/;
  const lines = sourceOf(node, body).split("\n");
  const index = lines.findIndex(
    (line, place) =>
      atMargin.test(line) &&
      /^[*_“"«¿¡(]*\p{Lu}/u.test(line.trimStart()) &&
      /[.!?:…][)"”»*_]*$/.test(lines[place - 1]?.trimEnd() ?? ""),
  );
  if (index < 1 || !node.position) return;
  const start = { line: node.position.start.line + index, column: 1 };
  const place = parent.type === "listItem" ? "list" : "quote";
  warn({ position: { start, end: start } }, `is shown as a part of the ${place} above it; put an empty line before it`);
}

/** A page counts on from the first number by itself. Whoever writes 1. each time knows that. */
function reportNumbers({ children, ordered, start }: List, body: string, warn: Warn) {
  if (!ordered) return;
  const numbers = children.map((item) => Number.parseInt(sourceOf(item, body), 10));
  if (numbers.every((number) => number === start)) return;
  const index = numbers.findIndex((number, place) => number !== (start ?? 1) + place);
  const item = children[index];
  if (item)
    warn(
      item,
      `is shown as ${(start ?? 1) + index}, since a list counts by itself; write \\. after the number to keep it`,
    );
}

/** What stands beyond the last column is shown nowhere. */
function reportCells({ children: [head, ...rows] }: Table, body: string, warn: Warn) {
  const columns = head?.children.length ?? 0;
  for (const row of rows) {
    if (!sourceOf(row, body).includes("|"))
      warn(row, "this line is shown as a part of the table above it; put an empty line before it");
    if (row.children.slice(columns).some(hasWords))
      warn(
        row,
        `this line has ${row.children.length} cells, and the table ${columns} columns: the rest is not shown; add a column`,
      );
  }
}

/** Two lines of a table, as they come from Word or Excel. A mark of a list and a tab are no cell. */
function hasCells(text: string): boolean {
  const lines = text.split("\n");
  const isRow = lines.map(
    (line, number) =>
      /[^\t]\t+[^\t]/.test(line) &&
      !/^(?:[^\p{L}\p{N}]|o|\(?\w{1,3}[.)])\t/u.test(line) &&
      pairedBullet(lines, number) === undefined,
  );
  return isRow.some((is, number) => is && isRow[number + 1]);
}

/** Lines that are to be headings, and whose # has no space behind it. One # alone may be that of a word, as #Colombia. */
function reportHashes(node: Nodes, body: string, warn: Warn) {
  const start = node.position?.start;
  if (!start) return;
  const lines = sourceOf(node, body).split("\n");
  for (const [place, line] of lines.entries()) {
    const text = line.replace(/^[ \t>]+/, "").trimEnd();
    const isNew = place === 0 || /[.!?:…][)”"»*_]*$/.test(lines[place - 1]?.trimEnd() ?? "");
    const at = { line: start.line + place, column: place === 0 ? start.column : line.search(/[^ \t>]/) + 1 };
    const here = { position: { start: at, end: at } };
    if (/^#{2,6}[^\s#]/.test(text)) warn(here, "put a space after the # of a heading; without it they are shown");
    else if (isNew && looseHeading.test(text) && /^\S+(?: \S+){1,8}$/.test(text))
      warn(here, "if this is a heading, put a space after its #; without it the # is shown");
  }
}

const looseHeading = /^#(?:\*{0,2}[¿¡]?\p{Lu}|\d+\.)[^#]*[\p{L}\p{N}?:*]$/u;

/** Lines that begin as a note does, but for its colon. */
function reportColons(node: Nodes, body: string, warn: Warn) {
  const { text, placeAt } = flatText(node);
  for (const { 1: mark, index } of text.matchAll(uncolonedNote)) {
    const at = placeAt(index, body);
    warn(
      { position: { start: at, end: at } },
      `put a colon behind ${mark}, if the text of the note begins here: ${mark}: …`,
    );
  }
}

const uncolonedNote = /^(\[\^[^\]\s]+\])[ \t]+(?=\S)/gm;

/** What was said beside the text in Google Docs: [a] behind the words in it, and a line [a]… below. One in capitals is known without the first. */
function reportComments(tree: Root, body: string, warn: Warn) {
  const paragraphs: { text: string; at: (index: number) => Point }[] = [];
  visit(tree, "paragraph", (node) => {
    const { text, placeAt } = flatText(node);
    paragraphs.push({ text, at: (index) => placeAt(index, body) });
  });
  const named = new Set(
    paragraphs.flatMap(({ text }) =>
      Array.from(text.matchAll(/(?<=[\p{L}\p{N}.,;:!?)”"»\]])\[[a-z]{1,2}\](?!\p{L})/gu), String),
    ),
  );
  for (const { text, at } of paragraphs) {
    for (const { 0: mark, index } of text.matchAll(/^\[[a-z]{1,2}\](?=[^\p{Lu}¿¡"“\n])/gmu)) {
      const start = at(index);
      if (named.has(mark))
        warn(
          { position: { start, end: start } },
          `${mark} is a comment of Google Docs; remove it, here and in the text`,
        );
    }
  }
}

function reportMarks(written: string, node: Nodes, begun: ReadonlySet<string | undefined>, body: string, warn: Warn) {
  const value = withoutForeignMarks(written);
  const warnAt = (mark: RegExp, message: string) => warn(placeOfMark(node, mark, body), message);
  if (value.includes("]("))
    warnAt(/\[[^\]\n]*\]\(|\]\(/, "a link is not whole here; write [words](address), with no space in the address");
  const notes = Array.from(value.matchAll(/\[\^[^\]\s]+\]/g), ([mark]) => mark);
  if (value.includes("][") || notes.some((mark) => !begun.has(mark))) {
    const message = "[…] names a note or an address that stands nowhere in this text; add the line that begins with it";
    warnAt(/\[[^\]\n]*\]\[|\]\[|\[\^/, message);
  }
  if (/\[\^[^\]\s]+\s[^\]\n]*\]/.test(value)) warnAt(/\[\^/, spacedName);
  if (/(?<!\*)\*\*[^\s*]|[^\s*]\*\*(?!\*)|(?<!\*)\*\* [^*\n]+ \*\*(?!\*)/.test(value))
    warnAt(/\*\*/, "** is shown as it is typed; put it right before and right after the words");
}

/** Of a paragraph of many lines the mark itself; the beginning of the text where it is typed otherwise than it reads. */
function placeOfMark(node: Nodes, mark: RegExp, body: string): Pick<Nodes, "position"> {
  const found = mark.exec(sourceOf(node, body));
  return found ? placeIn(node, found.index, body) : node;
}

/** So many characters behind the beginning of a node. */
function placeIn(node: Nodes, index: number, body: string): Pick<Nodes, "position"> {
  const start = node.position?.start;
  if (!start) return node;
  const at = pointAt(body, (start.offset ?? 0) + index, start);
  return { position: { start: at, end: at } };
}

/** Marks that Markdown pairs, and that are left because the other one is missing. A * alone may be a note's. */
function reportUnpaired(node: Nodes, body: string, warn: Warn) {
  // As it is typed, since \~ is meant to be seen.
  const source = withoutForeignMarks(sourceOf(node, body).replaceAll(/\\[!-/:-@[-`{-~]/g, "  "));
  const found =
    /(?<!~)~~(?!~)|(?<![\p{L}\p{N}])`+|`+(?![\p{L}\p{N}])|(?<![\p{L}\p{N}_])__(?=[\p{L}\p{N}¿¡“"])|(?<=[\p{L}\p{N}.!?”"])__(?![\p{L}\p{N}_])/u.exec(
      source,
    );
  if (!found) return;
  const [mark] = found;
  const what = { "~": "strikes words through", "`": "shows them as code", _: "makes them bold" }[mark[0] ?? ""];
  warn(
    placeIn(node, found.index, body),
    `${mark} is shown as it is typed; it ${what} where another one stands right behind them; write that one, or remove this`,
  );
}

function reportAlt(alt: string, url: string, warn: (message: string) => void) {
  const advice = `say what the picture shows, for who cannot see it: ![what it shows](${url})`;
  const mark = rawMark(alt);
  if (alt === "") warn(advice);
  else if (isPoorAlt(alt, url)) warn(`"${alt}" tells nothing of the picture; ${advice}`);
  else if (/\|\s*\d+(?:x\d+)?$/.test(alt))
    warn(`"${alt}" ends in a size, which is read out as words; remove it, the page gives each picture its room`);
  else if (mark) warn(mark);
}

/** It stands under the picture as it is written. */
function reportCaption(caption: string, warn: (message: string) => void) {
  const mark = rawMark(caption);
  if (mark) warn(mark);
}

function hasWords(node: Nodes): boolean {
  if ("children" in node) return node.children.some(hasWords);
  return node.type === "image" || ("value" in node && node.value.trim() !== "");
}

function isNote(node: Nodes) {
  return node.type === "html" && node.value.startsWith("<!--");
}

function hasTitle(tree: Root) {
  return tree.children.some((node) => node.type === "heading" && node.depth === 1);
}

/** Headings of one # in a text that begins with one of ##, and has more of those. */
function strayTitles(tree: Root): ReadonlySet<Nodes> {
  const headings = tree.children.filter((node) => node.type === "heading");
  const of = (depth: number) => headings.filter((heading) => heading.depth === depth);
  return new Set(headings[0]?.depth === 2 && of(1).length < of(2).length ? of(1) : []);
}

function sourceOf({ position }: Nodes, body: string): string {
  return body.slice(position?.start.offset, position?.end.offset);
}
