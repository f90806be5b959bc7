import { contentRoot } from "#lib/content/source/content-folder.ts";
import { soundValue, yamlFileReader } from "#lib/content/source/read-yaml-file.ts";
import { question } from "#lib/question.ts";
import { namedSlugsSchema } from "./named-slugs.ts";

export const readTags = yamlFileReader("tags.yaml", namedSlugsSchema);

export const getTags = question("tags", (root = contentRoot) => soundValue(readTags(root)));
