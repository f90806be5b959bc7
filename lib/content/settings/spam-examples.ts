import path from "node:path";
import { z } from "zod";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { list, text } from "#lib/content/source/fields.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import { readYamlFile } from "#lib/content/source/read-yaml-file.ts";

/** Messages that the site learns from what a sales pitch is, and what is none. */
export function getSpamExamples(root = contentRoot): { pitches: string[]; inquiries: string[] } {
  const { value, problems } = readSpamExamples(root);
  throwOnErrors(problems);
  return value ?? { pitches: [], inquiries: [] };
}

export const readSpamExamples = memoize(
  (root: string) => readYamlFile(root, "spam-examples.yaml", examplesSchema),
  (root) => [path.join(/* turbopackIgnore: true */ root, "spam-examples.yaml")],
);

const examplesSchema = z.strictObject({ pitches: list(text(10_000)), inquiries: list(text(10_000)) });
