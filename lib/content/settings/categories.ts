import path from "node:path";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import { readYamlFile } from "#lib/content/source/read-yaml-file.ts";
import { question } from "#lib/question.ts";
import { type NamedSlugs, namedSlugsSchema } from "./named-slugs.ts";

export const getCategories = question("categories", (root = contentRoot): NamedSlugs => {
  const { value, problems } = readCategories(root);
  throwOnErrors(problems);
  return value ?? {};
});

export const readCategories = memoize(
  (root: string) => readYamlFile(root, "categories.yaml", namedSlugsSchema),
  (root) => [path.join(/* turbopackIgnore: true */ root, "categories.yaml")],
);
