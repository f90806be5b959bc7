import type { z } from "zod";
import type { Problem } from "#lib/content/source/content-error.ts";
import { type ContentFile, type Kind, listFiles, readText } from "#lib/content/source/content-folder.ts";
import { splitFrontMatter } from "#lib/content/source/front-matter.ts";
import { readYaml, type YamlReading } from "#lib/content/source/read-yaml.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { metaWarnings } from "./meta-warnings.ts";

type Reading<Entry> = { entries: Entry[]; files: ContentFile[]; problems: Problem[] };

/** A file whose front matter could be split off; `value` is there when it is right. `report` adds a problem of a key. */
export type Source<Front> = YamlReading<Front> & {
  file: ContentFile;
  body: string;
  report: (severity: Problem["severity"], key: string, message: string) => void;
};

/** Reads the front matter of a whole folder and all that is wrong with it; `toEntry` may add what only the kind knows. */
export function readEntries<Front, Entry>(
  root: string,
  locale: Locale,
  kind: Kind,
  schema: z.ZodType<Front>,
  toEntry: (source: Source<Front>) => Entry | undefined,
): Reading<Entry> {
  const { files, problems } = listFiles(root, locale, kind);

  const warnOfMeta = metaWarnings();
  const entries = files.flatMap((file) => {
    const text = readText(root, file.file);
    const parts = typeof text === "string" ? splitFrontMatter(file.file, text) : text;
    if ("severity" in parts) {
      problems.push(parts);
      return [];
    }
    const reading = readYaml(file.file, parts.yaml, schema);
    problems.push(...reading.problems);
    const report: Source<Front>["report"] = (severity, key, message) =>
      problems.push({ severity, file: file.file, ...reading.placeOf(key), field: key, message });
    warnOfMeta(file, reading.written, report);
    return toEntry({ ...reading, file, body: parts.body, report }) ?? [];
  });
  return { entries, files, problems };
}

type FrontMatter = { meta_description: string };

/** What the front matter says, with its description by a short name. `slug` is the file name. */
export type EntryOf<OneKind extends Kind, Front extends FrontMatter> = ContentFile & {
  kind: OneKind;
  slug: string;
  description: string;
} & Omit<Front, "meta_description">;

export function toEntry<OneKind extends Kind, Front extends FrontMatter>(
  kind: OneKind,
  { value, file }: Source<Front>,
): EntryOf<OneKind, Front> | undefined {
  if (!value) return undefined;
  const { meta_description: description, ...rest } = value;
  return { ...file, kind, slug: file.name, description, ...rest };
}

/** In the order that their front matter gives, then by name. */
export function inOrder<Entry extends { order: number }>(reading: Reading<Entry>): Reading<Entry> {
  return { ...reading, entries: reading.entries.toSorted((a, b) => a.order - b.order) };
}
