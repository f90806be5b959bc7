import path from "node:path";
import { throwOnErrors } from "./content-error.ts";
import { contentRoot } from "./content-folder.ts";
import { type NamedSlugs, namedSlugsSchema } from "./named-slugs.ts";
import { readYamlFile } from "./read-yaml-file.ts";
import { remember } from "./remember.ts";

export function getTags(root = contentRoot): NamedSlugs {
  const { value, problems } = readTags(root);
  throwOnErrors(problems);
  return value ?? {};
}

export const readTags = remember(
  (root: string) => readYamlFile(root, "tags.yaml", namedSlugsSchema),
  (root) => [path.join(/* turbopackIgnore: true */ root, "tags.yaml")],
);
