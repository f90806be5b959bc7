import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PublicEnv } from "#lib/env.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { fileHeaders } from "./file-headers.ts";
import { isDownload } from "./is-download.ts";
import { isInternal } from "./is-internal.ts";
import { isPreview } from "./is-preview.ts";
import { type NearPage, nearPages } from "./near-pages.ts";
import { readManifest } from "./read-manifest.ts";
import type { SiteFile } from "./site-manifest.ts";

export type Site = {
  /** What stands at an address, decoded. */
  find(path: string): StoredFile | undefined;
  /** The address that differs from this one, which is in small letters, in its capitals alone. */
  findSpelling(lower: string): string | undefined;
  /** Whether the build made a page there that readers are shown. */
  isPage(path: string): boolean;
  /** Whether Next answers there. */
  isDynamic(path: string): boolean;
  /** What is shown under another address than its own: a page with another status, an article as Markdown. */
  findInternal(path: string): StoredFile | undefined;
  /** The pages whose addresses are like one that leads nowhere. */
  near(path: string, locale: Locale): NearPage[];
  /** The list to which an address leads, in small letters, that had a page of it once, or an article. */
  listInPlaceOf(lower: string): string | undefined;
  /** The address of the script that improves forms. */
  script: string;
  builtFor: PublicEnv;
};

export type StoredFile = SiteFile & {
  headers: Record<string, string>;
  /** Where it is as it is, uncompressed. */
  place: string;
  br?: Buffer;
  gzip?: Buffer;
  /** The same in memory, of what is asked for often and cannot be compressed. */
  identity?: Buffer;
};

/** Loads the site folder: compressed texts and fonts into memory, so that an answer is a look-up and a write. */
export function openSite(folder: string): Site {
  const manifest = readManifest(folder);
  const files = new Map(manifest.files.map((file) => [file.path, load(folder, file)]));
  const shown = new Map([...files].filter(([, file]) => !isInternal(file)));
  const spellings = new Map([...shown.keys()].map((path) => [path.toLowerCase(), path]));
  const pages = [...shown.values()].flatMap(({ path, title }) => (title && !isPreview(path) ? [{ path, title }] : []));
  const pagePaths = new Set(pages.map(({ path }) => path));
  const former = new Map(Object.entries(manifest.former ?? {}).map(([path, list]) => [path.toLowerCase(), list]));
  const dynamic = manifest.dynamic.map((pattern) => new RegExp(pattern));
  return {
    find: (path) => shown.get(path),
    findSpelling: (lower) => spellings.get(lower),
    findInternal: (path) => files.get(path),
    isPage: (path) => pagePaths.has(path),
    isDynamic: (path) => dynamic.some((pattern) => pattern.test(path)),
    near: nearPages(pages),
    listInPlaceOf: (lower) => former.get(lower),
    script: manifest.script,
    builtFor: manifest.builtFor,
  };
}

function load(folder: string, file: SiteFile): StoredFile {
  const place = join(folder, file.file);
  const headers = fileHeaders(file);
  if (file.isText) {
    // Hardly anybody asks for it uncompressed; then it is read from the folder.
    return { ...file, headers, place, br: readFileSync(`${place}.br`), gzip: readFileSync(`${place}.gz`) };
  }
  // Downloads, and a picture for each of a thousand articles would fill the memory with what few ask for.
  if (file.type.startsWith("image/") || isDownload(file.path)) return { ...file, headers, place };
  return { ...file, headers, place, identity: readFileSync(place) };
}
