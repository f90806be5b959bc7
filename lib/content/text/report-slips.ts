import type { Nodes, Root, Table } from "mdast";
import { visit } from "unist-util-visit";
import { isBlock, isBlockName } from "./blocks.ts";
import { reportForeignMarks, withoutForeignMarks } from "./foreign-marks.ts";
import type { Report } from "./report.ts";
import { reportLists } from "./report-lists.ts";

/** Says what is no mistake for Markdown, and would not look on the page as its author meant it. */
export function reportSlips(tree: Root, body: string, report: Report) {
  const warn = (node: Pick<Nodes, "position">, message: string) => report(node, message, "warning");
  if (tree.children.every(isNote)) warn({}, "there is no text yet; write it below the second ---");

  reportForeignMarks(tree, body, report);
  reportLists(tree, report);
  reportBlocks(tree, warn);
  reportNotes(tree, warn);
  let level = hasTitle(tree) ? 0 : 1;
  visit(tree, (node, _index, parent) => {
    switch (node.type) {
      case "heading":
        if (/[^\n]\n[ \t>]*-+[ \t]*$/.test(sourceOf(node, body)) && /\n.*\n|^[\w-]+: /.test(sourceOf(node, body)))
          warn(node, "the line of - below makes this a heading; put an empty line before it, or remove both");
        if (!hasWords(node)) warn(node, "this heading has no words; write them after the #, or remove it");
        if (node.depth > level + 1) warn(node, `skips a level of headings; begin it with ${"#".repeat(level + 1)}`);
        level = node.depth;
        break;
      case "link":
        if (!hasWords(node)) warn(node, `this link has no words to click on; write [words](${node.url})`);
        if (roundabout.test(node.url))
          warn(
            node,
            "this link goes by way of a program that counts clicks; open it, and copy the address of the page itself",
          );
        break;
      case "linkReference":
      case "definition":
        if (node.label?.startsWith("^")) warn(node, spacedName);
        break;
      case "image":
        if (!node.alt) warn(node, `say what the picture shows, for who cannot see it: ![what it shows](${node.url})`);
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
        }
        break;
      case "table":
        reportCells(node, warn);
        break;
      case "paragraph":
        if (parent && !isBlock(parent) && /^#{2,6}[^\s#]/.test(sourceOf(node, body)))
          warn(node, "put a space after the # of a heading; without it they are shown");
        if (/^#{7}/.test(sourceOf(node, body))) warn(node, "a heading has six # at most; more are shown");
        if (/^\\#{1,6}[ \t]/.test(sourceOf(node, body)))
          warn(node, "the \\ before it shows this # as it is typed; remove it, if this is a heading");
        if (hasCells(sourceOf(node, body)))
          warn(
            node,
            "these cells are no table yet; write | between them, and below the first line | --- | for each column",
          );
        if (/^\|.*\|[ \t]*\n\|/.test(sourceOf(node, body)))
          warn(node, "is no table yet; below its first line write one of | --- | for each column");
        break;
      case "text":
        reportMarks(node.value, node, warn);
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

/** What stands beyond the last column is shown nowhere. */
function reportCells({ children: [head, ...rows] }: Table, warn: Warn) {
  const columns = head?.children.length ?? 0;
  for (const row of rows) {
    if (row.children.slice(columns).some(hasWords))
      warn(
        row,
        `this line has ${row.children.length} cells, and the table ${columns} columns: the rest is not shown; add a column`,
      );
  }
}

/** Two lines of a table, as they come from Word or Excel. A mark of a list and a tab are no cell. */
function hasCells(source: string): boolean {
  const isRow = (line: string) =>
    /[^\t]\t+[^\t]/.test(line) && !/^[ >]*(?:[^\p{L}\p{N}]|o|\(?\w{1,3}[.)])\t/u.test(line);
  return source.split("\n").some((line, index, lines) => isRow(line) && isRow(lines[index + 1] ?? ""));
}

function reportMarks(written: string, node: Nodes, warn: Warn) {
  const value = withoutForeignMarks(written);
  if (value.includes("]("))
    warn(node, "a link is not whole here; write [words](address), with no space in the address");
  if (/\]\[|\[\^[^\]\s]+\]/.test(value)) {
    warn(node, "[…] names a note or an address that stands nowhere in this text; add the line that begins with it");
  }
  if (/\[\^[^\]\s]+\s[^\]\n]*\]/.test(value)) warn(node, spacedName);
  if (/\*\*\S|\S\*\*/.test(value))
    warn(node, "** is shown as it is typed; put it right before and right after the words");
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

function sourceOf({ position }: Nodes, body: string): string {
  return body.slice(position?.start.offset, position?.end.offset);
}
