import { z } from "zod";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { list, text } from "#lib/content/source/fields.ts";
import { soundValue, yamlFileReader } from "#lib/content/source/read-yaml-file.ts";

const examplesSchema = z.strictObject({ pitches: list(text(10_000)), inquiries: list(text(10_000)) });

export const readSpamExamples = yamlFileReader("spam-examples.yaml", examplesSchema);

/** Messages that the site learns from what a sales pitch is, and what is none. */
export function getSpamExamples(root = contentRoot) {
  return soundValue(readSpamExamples(root));
}
