import path from "node:path";
import { z } from "zod";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { list, text } from "#lib/content/source/fields.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import { readYamlFile } from "#lib/content/source/read-yaml-file.ts";

/** What pitches say that are sent through forms, by what it is about, and what clients say. */
export function getSalesTopics(root = contentRoot): { pitches: string[][]; needs: string[] } {
  const { value, problems } = readSalesTopics(root);
  throwOnErrors(problems);
  return { pitches: Object.values(value?.pitches ?? {}), needs: value?.needs ?? [] };
}

export const readSalesTopics = memoize(
  (root: string) => readYamlFile(root, "sales-phrases.yaml", topicsSchema),
  (root) => [path.join(/* turbopackIgnore: true */ root, "sales-phrases.yaml")],
);

// A letter or two would be found in every text.
const phrase = text(80).regex(
  /^(?=[^*]{3})(?:[^\s*]+\*?\s+)*[^\s*]+\*?$/u,
  "write three letters or more, with * at the end of a word alone, for all that begin so: backlink*",
);

const topicsSchema = z.strictObject({ needs: list(phrase), pitches: z.record(z.string(), list(phrase)) });
