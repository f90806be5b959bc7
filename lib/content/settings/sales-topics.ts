import { z } from "zod";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { list, text } from "#lib/content/source/fields.ts";
import { soundValue, yamlFileReader } from "#lib/content/source/read-yaml-file.ts";

// A letter or two would be found in every text.
const phrase = text(80).regex(
  /^(?=[^*]{3})(?:[^\s*]+\*?\s+)*[^\s*]+\*?$/u,
  "write three letters or more, with * at the end of a word alone, for all that begin so: backlink*",
);

const topicsSchema = z.strictObject({ needs: list(phrase), pitches: z.record(z.string(), list(phrase)) });

export const readSalesTopics = yamlFileReader("sales-phrases.yaml", topicsSchema);

/** What pitches say that are sent through forms, by what it is about, and what clients say. */
export function getSalesTopics(root = contentRoot): { pitches: string[][]; needs: string[] } {
  const { pitches, needs } = soundValue(readSalesTopics(root));
  return { pitches: Object.values(pitches), needs };
}
