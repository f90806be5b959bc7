import { rmSync } from "node:fs";
import path from "node:path";
import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import { isElsewhere } from "#lib/content/source/content-folder.ts";
import { decoded } from "#lib/content/source/decoded.ts";
import { isLocale, type Locale } from "#lib/i18n/locales.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { generatorMarks } from "./generator-marks.ts";
import { ImportError } from "./import-error.ts";
import { markdownToHtml } from "./markdown-to-html.ts";
import { pagePost } from "./page-post.ts";
import { type PictureFolder, pictureFolder } from "./picture-folder.ts";
import { pictureBeside, pictureOf } from "./picture-of.ts";
import { readBounded } from "./read-bounded.ts";
import type { Head, Note, Source } from "./source.ts";

/** More than any post has. */
const mostCharacters = 5_000_000;

type Reading = { keys: Record<string, unknown>; html: string; locale?: Locale; notes: Note[] };

/** A folder as Hugo, Jekyll, Notion, Obsidian and Google Docs leave it: Markdown, or pages where there is none, and their pictures. */
export function markdownFolder(root: string, isTemporary = false): Source {
  const folder = pictureFolder(root);
  const markdown = folder.files.filter((file) => /\.(md|mdx|markdown)$/i.test(file) && !isOther(file));
  const texts = markdown.length > 0 ? markdown : folder.files.filter((file) => /\.html?$/i.test(file));
  if (texts.length === 0)
    throw new ImportError(`${path.basename(root)} has neither Markdown (.md) nor pages (.html) in it`);
  return folderSource(root, folder, texts, isTemporary);
}

/** One file of Markdown, with the pictures of its folder. */
export function markdownFile(file: string): Source {
  const root = path.dirname(file);
  const folder = { files: [], find: (_from: string, address: string) => pictureBeside(root, address) };
  return folderSource(root, folder, [path.basename(file)], false);
}

function folderSource(root: string, folder: PictureFolder, texts: string[], isTemporary: boolean): Source {
  const heads = texts.map((file) => headOf(file, read(root, file)));
  const files = new Set(texts);
  const byName = new Map(
    heads.flatMap(({ source, name }) => [[name, source] as const, [nameIn(source), source] as const]),
  );
  return {
    heads,
    notes: leftOver(folder.files, texts),
    async *posts() {
      for (const head of heads) {
        const { html, notes } = read(root, head.source);
        const from = path.posix.dirname(head.source);
        yield {
          head,
          html,
          notes,
          picture: (address) => pictureOf(address, (written) => folder.find(from, written)),
          own: (href) => ownAddress(href, from, files, byName),
        };
      }
    },
    ...(isTemporary && { close: () => rmSync(root, { recursive: true }) }),
  };
}

/** What is no post in a folder of them. */
function isOther(file: string): boolean {
  return (
    /(^|\/)(_index|readme|license|changelog|contributing)(\.\w\w)?\.\w+$/i.test(file) ||
    // A drawing, kept as code by a plugin of Obsidian.
    /\.excalidraw\.md$/i.test(file) ||
    /(^|\/)(themes|layouts|templates|_includes|_layouts|archetypes)\//.test(file)
  );
}

function leftOver(files: string[], texts: string[]): Note[] {
  const others = files.filter(
    (file) => /\.(md|mdx|markdown|html?|docx?|pdf|csv|xlsx?)$/i.test(file) && !texts.includes(file),
  );
  return others.length === 0
    ? []
    : [
        {
          what: `${others.length} files that are no posts (${others.slice(0, 3).join(", ")}${others.length > 3 ? " …" : ""})`,
          why: "stand beside the posts of the folder, and were not read",
        },
      ];
}

function read(root: string, file: string): Reading {
  const text = decodeBytes(readBounded(path.join(root, file)));
  if (/\.html?$/i.test(file)) return { ...pagePost(text), notes: [] };
  const notes: Note[] = [];
  if (text.length > mostCharacters)
    return {
      keys: {},
      html: "",
      notes: [
        {
          what: "its text",
          why: `has more than ${mostCharacters / 1_000_000} million characters; copy what is wanted of it`,
        },
      ],
    };
  const { keys, body, fault } = splitKeys(text);
  if (fault) notes.push({ what: "its front matter", why: `cannot be read (${fault}); write the keys by hand` });
  const { html, title, properties } = markdownToHtml(generatorMarks(body, (note) => notes.push(note)));
  return { keys: { ...(title && { title }), ...properties, ...keys }, html, notes };
}

function splitKeys(text: string): { keys: Record<string, unknown>; body: string; fault?: string } {
  const found = /^\s*(---|\+\+\+)[ \t]*\n(?:([\s\S]*?)\n)?(?:\1|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (!found) return { keys: {}, body: text };
  const [whole, fence, front = ""] = found;
  const body = text.slice(whole.length);
  try {
    // An alias can stand for a text many times over, and nobody writes one by hand.
    const keys: unknown =
      fence === "+++" ? parseToml(front) : parseYaml(indented(front), { maxAliasCount: 0, uniqueKeys: false });
    return { keys: typeof keys === "object" && keys !== null && !Array.isArray(keys) ? { ...keys } : {}, body };
  } catch (error) {
    const [fault] = String(error instanceof Error ? error.message : error).split("\n");
    return { keys: {}, body, fault };
  }
}

/** Jekyll takes the second line of a text in quotes also where it begins at the margin. */
function indented(yaml: string): string {
  return yaml.replaceAll(/\n(?=[^\s#\-:][^\n:]*(?:\n|$))/g, "\n  ");
}

function headOf(file: string, { keys, locale }: Reading): Head {
  const base = plainName(path.posix.basename(file));
  // A folder of its own, with index.md in it.
  const own = /^index$/i.test(base) ? plainName(path.posix.basename(path.posix.dirname(file))) : base;
  const [, dated, name = own] = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(own) ?? [];
  const suffix = /\.([a-z]{2})\.\w+$/i.exec(file)?.[1]?.toLowerCase();
  const said = String(keys.lang ?? keys.language ?? keys.locale ?? "")
    .slice(0, 2)
    .toLowerCase();
  const spoken = [suffix, said, locale].find((code) => isLocale(code));
  const { lang, language, locale: _, ...others } = keys;
  return {
    source: file,
    locale: isLocale(spoken) ? spoken : undefined,
    pair: path.posix.join(path.posix.dirname(file), base),
    name,
    keys: { ...(dated && { date: dated }), ...titled(others, name) },
    addresses: [file],
  };
}

/** Of a note in Obsidian the name of the file is the title. */
function titled(keys: Record<string, unknown>, name: string): Record<string, unknown> {
  return "title" in keys || "Title" in keys
    ? keys
    : { ...keys, title: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? capitalized(name.replaceAll("-", " ")) : name };
}

function capitalized(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Without its ending, its language, and the number that Notion puts behind each name. */
function plainName(file: string): string {
  return decoded(file)
    .normalize("NFC")
    .replace(/(\.[a-z]{2})?\.(md|mdx|markdown|html?)$/i, "")
    .replace(/[ -][\da-f]{32}$/i, "");
}

function nameIn(file: string): string {
  return plainName(path.posix.basename(file));
}

/** The file of the folder that a link means; what nothing is called for one that leads to no file here. */
function ownAddress(href: string, from: string, files: Set<string>, byName: Map<string, string>): string | undefined {
  if (isElsewhere(href) && !/^wiki:/.test(href)) return undefined;
  const written = decoded(href.replace(/^wiki:/, "").replace(/[?#].*$/, "")).replace(/\/$/, "");
  const beside = path.posix.join(from, written.replace(/^\//, ""));
  if (files.has(beside)) return beside;
  const name = nameIn(written);
  return byName.get(name) ?? byName.get(name.replace(/^\d{4}-\d{2}-\d{2}-/, "")) ?? written;
}
