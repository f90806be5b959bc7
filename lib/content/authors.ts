import path from "node:path";
import { type Author, authorSchema } from "./author.ts";
import { throwOnErrors } from "./content-error.ts";
import { contentRoot, entriesOf } from "./content-folder.ts";
import { readYamlFile } from "./read-yaml-file.ts";
import { remember } from "./remember.ts";

export function findAuthor(slug: string, root = contentRoot): Author | undefined {
  const { authors, problems } = readAuthors(root);
  throwOnErrors(problems);
  return authors.find((author) => author.slug === slug);
}

export const readAuthors = remember(
  (root: string) => {
    const files = entriesOf(path.join(/* turbopackIgnore: true */ root, "authors"));
    const names = files.map(({ name }) => name).filter((name) => name.endsWith(".yaml"));
    const readings = names.map((name) => ({ name, ...readYamlFile(root, `authors/${name}`, authorSchema) }));
    return {
      authors: readings.flatMap(({ name, value }) => (value ? [{ slug: path.parse(name).name, ...value }] : [])),
      problems: readings.flatMap(({ problems }) => problems),
    };
  },
  (root) => [path.join(/* turbopackIgnore: true */ root, "authors")],
);
