import path from "node:path";
import { errorOfFile, type Problem, throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot, entriesOf, fileIn, refuseList, refuseSlug } from "#lib/content/source/content-folder.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import { readYamlFile } from "#lib/content/source/read-yaml-file.ts";
import { type Author, authorSchema } from "./author.ts";

export function findAuthor(slug: string, root = contentRoot): Author | undefined {
  const { authors, problems } = readAuthors(root);
  throwOnErrors(problems);
  return authors.find((author) => author.slug === slug);
}

export const readAuthors = memoize(
  (root: string) => {
    const authors: Author[] = [];
    const problems: Problem[] = [];

    for (const entry of entriesOf(path.join(/* turbopackIgnore: true */ root, "authors"))) {
      const file = fileIn(root, "authors", entry.name);
      const { name: slug } = path.parse(entry.name);
      const refusal = refuseList(entry) ?? refuseSlug(slug);
      if (refusal) {
        problems.push(errorOfFile(file, "file name", refusal));
        continue;
      }
      const reading = readYamlFile(root, `authors/${entry.name}`, authorSchema);
      problems.push(...reading.problems);
      if (!reading.value) continue;
      const { name } = reading.value;
      const other = authors.find((author) => author.name === name);
      if (other) {
        const place = reading.placeOf?.("name") ?? { line: 1, column: 1 };
        const message = `${fileIn(root, "authors", `${other.slug}.yaml`)} has the same name; readers cannot tell the two apart`;
        problems.push({ severity: "warning", file, ...place, field: "name", message });
      }
      authors.push({ slug, ...reading.value });
    }
    return { authors, problems };
  },
  (root) => [path.join(/* turbopackIgnore: true */ root, "authors")],
);
