import { isUtf8 } from "node:buffer";
import { type Dirent, lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { refusePicture } from "#lib/content/source/refuse-picture.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { refuseUnasked } from "#lib/question.ts";
import { releaseFolder } from "#lib/release/release-folder.ts";
import { errorOfFile, type Problem } from "./content-error.ts";
import { decoded } from "./decoded.ts";
import { slug } from "./fields.ts";
import { memoize } from "./memoize.ts";
import { nearest } from "./nearest.ts";
import { refuseEndless, unreadable } from "./unreadable.ts";

/** By the folder of its files, every kind of entry, and the address of the page of one. */
export const entryPaths = {
  blog: paths.article,
  services: paths.service,
  industries: paths.industry,
  hubs: paths.hub,
  projects: paths.project,
  openings: paths.opening,
  pages: paths.page,
};

export type Kind = keyof typeof entryPaths;
export const kinds = Object.keys(entryPaths) as Kind[];

/** `file` is the path from the project's root; `name` is the file name without its ending, which pairs translations. */
export type ContentFile = { kind: Kind; locale: Locale; file: string; name: string };

export const contentRoot = path.join(/* turbopackIgnore: true */ releaseFolder, "content");

export function listFiles(root: string, locale: Locale, kind: Kind): { files: ContentFile[]; problems: Problem[] } {
  const files = new Map<string, ContentFile>();
  const problems: Problem[] = [];

  for (const entry of entriesOf(path.join(/* turbopackIgnore: true */ root, locale, kind))) {
    const file = fileIn(root, locale, kind, entry.name);
    const { name, ext } = path.parse(entry.name.normalize("NFC"));
    const other = files.get(name);
    const refuse = (message: string) => problems.push(errorOfFile(file, "file name", message));

    if (entry.isDirectory()) refuse(isFolder);
    else if (refusePicture(entry.name, false) === undefined)
      refuse("move the picture to content/images, where texts look for it");
    else if (ext !== ".md" && ext !== ".mdx")
      refuse(isText(ext) ? "rename it to .md" : "save its text as a file that ends in .md, or remove it");
    else if (other) refuse(`the same name as ${other.file}; keep one of the two files`);
    else {
      files.set(name, { kind, locale, file, name });
      const refusal = kind === "blog" ? undefined : refuseSlug(name);
      if (refusal) refuse(refusal);
    }
  }
  return { files: [...files.values()], problems };
}

/** Of a name that is unknown in one language: whether another has it, and how this one gets it. */
export function inAnotherLanguage(root: string, locale: Locale, kind: Kind): (name: string) => string {
  return (name) => {
    const other = locales.find(
      (one) => one !== locale && listFiles(root, one, kind).files.some((file) => file.name === name),
    );
    return other ? `; it is there in ${other} alone, so write ${fileIn(root, locale, kind, `${name}.md`)} first` : "";
  };
}

const isFolder = "folders are not read here; move its files one folder up";

/** Why nothing is read from an entry of a folder of lists. */
export function refuseList(entry: Dirent): string | undefined {
  if (entry.isDirectory()) return isFolder;
  if (entry.name.endsWith(".yaml")) return undefined;
  const lines = /\.mdx?$/i.test(entry.name) ? ", and remove its lines ---" : "";
  return `is not read here; rename it to .yaml${lines}`;
}

/** Why a file whose name is the address of its page may not be called so. */
export function refuseSlug(name: string): string | undefined {
  return slug.safeParse(name).success ? undefined : "is the address; use small letters without accents, digits and -";
}

function isText(ext: string) {
  return ["", ".md", ".mdx", ".txt", ".text", ".markdown"].includes(ext.toLowerCase());
}

/**
 * The text of a file with its line ends as \n, without a byte order mark, and its accents with their letters (a Mac and a PDF
 * give them apart, where no search finds the word); or why it cannot be read.
 */
export function readText(root: string, file: string): string | Problem {
  const onDisk = path.join(/* turbopackIgnore: true */ path.dirname(root), file);
  const refusal = { severity: "error", file, line: 1, column: 1, field: "file" } as const;

  if (!isThere(onDisk)) return { ...refusal, message: "is missing; write it again" };
  const bytes = bytesOf(onDisk);
  if (typeof bytes === "string") return { ...refusal, message: bytes };
  const text = new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, "\n").normalize("NFC");
  if (isUtf8(bytes)) return text;

  const before = text.slice(0, text.indexOf("\uFFFD")).split("\n");
  const place = { line: before.length, column: (before.at(-1) ?? "").length + 1 };
  return { ...refusal, ...place, message: "is not UTF-8 text from here on; save it with the encoding UTF-8" };
}

/** What a file has in it, or why it cannot be read. */
export function bytesOf(onDisk: string): Buffer | string {
  refuseUnasked(onDisk);
  try {
    return refuseEndless(onDisk) ?? readFileSync(/* turbopackIgnore: true */ onDisk);
  } catch (error) {
    return unreadable(error);
  }
}

function isThere(onDisk: string): boolean {
  return lstatSync(/* turbopackIgnore: true */ onDisk, { throwIfNoEntry: false }) !== undefined;
}

export function fileIn(root: string, ...names: string[]) {
  return [path.basename(root), ...names].join("/");
}

/**
 * Finds a picture of content/images by what a text says of it, and gives the name it has on disk: the name, or a path that
 * ends in it, as editors and converters write them, encoded or not.
 */
export function findImage(root: string, written: string): string | undefined {
  const images = imagesIn(root);
  const whole = imageNamed(root, written);
  if (whole || isElsewhere(written)) return whole;
  const spellings = [written, decoded(written), decoded(written.replace(/[?#].*$/, ""))];
  const names = spellings.map((spelling) => imageKey(spelling.split(/[/\\]/).at(-1) ?? ""));
  return names.map((name) => images.get(name)).find((found) => found !== undefined);
}

/** The name on disk of a picture that is called so, however its accents and spaces are written. */
export function imageNamed(root: string, name: string): string | undefined {
  return imagesIn(root).get(imageKey(name));
}

/** Whether an address leads to another site. A path that begins with file: or with a drive, as in C:\\, is one of this machine. */
export function isElsewhere(address: string): boolean {
  return /^(?!file:)([a-z][a-z0-9+.-]+:|\/\/)/i.test(address);
}

/** What to do about a picture that is not there. */
export function missingImage(root: string, name: string) {
  if (name.trim() === "") return "the picture has no address; write the name of its file in content/images";
  const meant = nearest(name, [...imagesIn(root).values()]);
  return `content/images has no ${name}; ${meant ? `did you mean ${meant}?` : "put the picture there"}`;
}

const imagesIn = memoize(
  (root: string) => {
    const entries = entriesOf(path.join(/* turbopackIgnore: true */ root, "images"));
    return new Map(entries.map(({ name }) => [imageKey(name), name]));
  },
  (root) => [path.join(/* turbopackIgnore: true */ root, "images")],
);

/** Accents may be composed in two ways; a Mac writes a narrow no-break space into the names of screenshots. */
function imageKey(name: string): string {
  return name.normalize("NFC").replaceAll(/\p{Zs}/gu, " ");
}

/** What lies in a folder of content, but for what systems and programs leave there. Of one that cannot be read, nothing. */
export function entriesOf(folder: string): Dirent[] {
  const entries = listed(folder);
  if (typeof entries === "string") return [];
  return entries.filter(({ name }) => !isLeftover(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Why a folder that is there cannot be read. */
export function refuseFolder(folder: string): string | undefined {
  const entries = listed(folder);
  return typeof entries === "string" ? entries : undefined;
}

function listed(folder: string): Dirent[] | string {
  refuseUnasked(folder);
  try {
    return readdirSync(/* turbopackIgnore: true */ folder, { withFileTypes: true });
  } catch (error) {
    return isThere(folder) ? unreadable(error) : [];
  }
}

/** Files of Finder, Explorer, Office and editors, and of git for an empty folder. */
export function isLeftover(name: string): boolean {
  return /^(\.|~\$|__MACOSX$|Icon\r$|(eh)?thumbs(_vista)?\.db$|desktop\.ini$)|~$/i.test(name);
}
