import { createHash } from "node:crypto";
import type { Root as Html } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { Problem } from "#lib/content/source/content-error.ts";
import { type ContentFile, listFiles } from "#lib/content/source/content-folder.ts";
import { decoded } from "#lib/content/source/decoded.ts";
import { toBody } from "#lib/content/text/body.ts";
import { readMarkdown } from "#lib/content/text/markdown.ts";
import { textSign } from "#lib/content/text/text-sign.ts";
import { locales } from "#lib/i18n/locales.ts";

type Place = { line: number; column: number };

/**
 * What a text asks of the site and offers to others: its links, and the places in it that a link may name after #; by the
 * ids that other programs have left behind headings, the places of those. And its first line, where that is a heading.
 */
export type SoundText = {
  links: (Place & { href: string })[];
  /** Of one that cannot be read nobody knows them. */
  ids?: string[];
  foreignIds: [id: string, place: string][];
  heading?: Place & { words: string };
};

/** Of texts in which nothing is wrong, by a hash of what they are made of. */
export type SoundTexts = Record<string, SoundText>;

/** `sound` has what is known of texts as they were before: two thousand are read in 20 seconds. */
export function checkTexts(files: ContentFile[], root: string, sound: SoundTexts): CheckedText[] {
  // A text may name one of them.
  const services = locales.map((locale) => listFiles(root, locale, "services").files.map(({ name }) => name));
  return files.map((file) => {
    const made = JSON.stringify([file.file, textSign(file.file, root), services]);
    const sign = createHash("sha256").update(made).digest("base64url");
    const known = sound[sign];
    if (known) return { file, sign, problems: [], ...known };
    const { tree, problems } = readMarkdown(file, root);
    return { file, sign, problems, ...(tree ? soundText(tree, file) : unread) };
  });
}

export type CheckedText = SoundText & { file: ContentFile; sign: string; problems: Problem[] };

const unread: SoundText = { links: [], foreignIds: [] };

function soundText(tree: Root, { locale }: ContentFile): SoundText {
  const [first] = tree.children;
  const heading = first?.type === "heading" ? { words: wordsOf(first), ...placeOf(first) } : undefined;
  return { heading, ...linkedText(toBody(tree, locale).tree) };
}

function wordsOf(node: Nodes): string {
  if ("children" in node) return node.children.map(wordsOf).join("");
  return "value" in node ? node.value : "";
}

function linkedText(tree: Html) {
  const links: SoundText["links"] = [];
  const ids: string[] = [];
  const foreignIds: SoundText["foreignIds"] = [];
  visit(tree, "element", (element) => {
    const { properties, tagName } = element;
    const { href, id } = properties;
    const [, foreign] = /\{#([^\s{}]+)\}\s*$/.exec(/^h\d$/.test(tagName) ? textOf(element) : "") ?? [];
    if (foreign) foreignIds.push([foreign, String(id)]);
    // A note has the id of its name as addresses write it.
    if (id) ids.push(decoded(String(id)));
    if (typeof href === "string") links.push({ href, ...placeOf(element) });
  });
  return { links, ids, foreignIds };
}

function placeOf({ position }: Pick<Nodes, "position">): Place {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  return { line, column };
}
