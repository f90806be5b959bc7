import path from "node:path";
import { z } from "zod";
import { errorOfFile, type Problem, throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot, entriesOf, fileIn, refuseList, refuseSlug } from "#lib/content/source/content-folder.ts";
import { text } from "#lib/content/source/fields.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import { readYamlFile } from "#lib/content/source/read-yaml-file.ts";
import { locales } from "#lib/i18n/locales.ts";

const authorSchema = z.strictObject({
  name: text(),
  /** What search engines are told: whether a person writes or a company. */
  kind: z.enum(["person", "organization"], "must be person or organization").default("person"),
  role: z.record(z.enum(locales), text()).optional(),
  bio: z.record(z.enum(locales), text(600)).optional(),
});

/** Who writes: one file each in content/authors. The slug is the file name without its ending. */
export type Author = z.infer<typeof authorSchema> & { slug: string };

/** Of an article, in its order. */
export function findAuthors(slugs: string[], root = contentRoot): Author[] {
  return slugs.flatMap((slug) => findAuthor(slug, root) ?? []);
}

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
