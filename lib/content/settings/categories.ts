import { contentRoot } from "#lib/content/source/content-folder.ts";
import { soundValue, yamlFileReader } from "#lib/content/source/read-yaml-file.ts";
import { question } from "#lib/question.ts";
import { namedSlugsSchema } from "./named-slugs.ts";

export const readCategories = yamlFileReader("categories.yaml", namedSlugsSchema);

export const getCategories = question("categories", (root = contentRoot) => soundValue(readCategories(root)));
