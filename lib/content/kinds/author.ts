import path from "node:path";
import { z } from "zod";
import { errorOfFile, type Problem, throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot, entriesOf, fileIn, refuseList, refuseSlug } from "#lib/content/source/content-folder.ts";
import { inEachLanguage, picture, text } from "#lib/content/source/fields.ts";
import { focus } from "#lib/content/source/focus.ts";
import { memoizeContent } from "#lib/content/source/memoize-content.ts";
import { namedImage } from "#lib/content/source/named-image.ts";
import { readYamlFile } from "#lib/content/source/read-yaml-file.ts";
import { isPoorAlt } from "#lib/content/text/lint/is-poor-alt.ts";
import { locales } from "#lib/i18n/locales.ts";
import { question } from "#lib/question.ts";

export const authorSchema = z.strictObject({
  name: text(),
  /** What search engines are told: whether a person writes or a company. */
  kind: z.enum(["person", "organization"], "must be person or organization").default("person"),
  role: inEachLanguage(text()).optional(),
  bio: inEachLanguage(text(600)).optional(),
  portrait: picture.optional(),
  portraitfocus: focus.optional(),
  portraitalt: inEachLanguage(text(300)).optional(),
});

/**
 * Who writes: one file each in content/authors. The slug is the file name without its ending; `portrait` is there only when
 * content/images has the file.
 */
export type Author = z.infer<typeof authorSchema> & { slug: string };

/** Of an article, in its order. */
export function findAuthors(slugs: string[], root = contentRoot): Author[] {
  return slugs.flatMap((slug) => findAuthor(slug, root) ?? []);
}

export const findAuthor = question("author", (slug: string, root = contentRoot): Author | undefined => {
  const { authors, problems } = readAuthors(root);
  throwOnErrors(problems);
  return authors.find((author) => author.slug === slug);
});

export const readAuthors = memoizeContent(
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
      const report: Report = (severity, field, message) => {
        const place = reading.placeOf?.(...field.split(".")) ?? { line: 1, column: 1 };
        problems.push({ severity, file, ...place, field, message });
      };
      const { portrait: written, ...author } = reading.value;
      const other = authors.find(({ name }) => name === author.name);
      if (other) {
        const twin = fileIn(root, "authors", `${other.slug}.yaml`);
        report("warning", "name", `${twin} has the same name; readers cannot tell the two apart`);
      }
      const { image: portrait, problem } = written ? namedImage(root, written) : {};
      if (problem) report(problem.severity, "portrait", problem.message);
      warnOfPortrait(reading.value, report);
      authors.push({ slug, ...author, portrait });
    }
    return { authors, problems };
  },
  () => ["authors", "images"],
);

type Report = (severity: Problem["severity"], field: string, message: string) => void;

function warnOfPortrait(author: z.infer<typeof authorSchema>, report: Report) {
  const { portrait, portraitalt } = author;
  for (const key of ["portraitalt", "portraitfocus"] as const) {
    if (author[key] && !portrait)
      report("warning", key, 'is shown with a portrait only; add a line "portrait: …", or remove this one');
  }
  for (const locale of locales) {
    const alt = portrait && portraitalt?.[locale];
    if (alt && isPoorAlt(alt, portrait))
      report("warning", `portraitalt.${locale}`, "tells nothing of the picture; say what it shows, or remove it");
  }
}
