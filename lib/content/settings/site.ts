import path from "node:path";
import { z } from "zod";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { country, inEachLanguage, list, text, timeZone } from "#lib/content/source/fields.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import { readYamlFile } from "#lib/content/source/read-yaml-file.ts";
import { question } from "#lib/question.ts";

/** What the company says of itself on every page. A key that is not set is not shown. */
export type Site = z.infer<typeof siteSchema>;

export const getSite = question("site", (root = contentRoot): Site => {
  const { value, problems } = readSite(root);
  throwOnErrors(problems);
  if (!value) throw new Error("site.yaml gave neither a value nor a problem");
  return value;
});

export const readSite = memoize(
  (root: string) => readYamlFile(root, "site.yaml", siteSchema),
  (root) => [path.join(/* turbopackIgnore: true */ root, "site.yaml")],
);

export const siteSchema = z.strictObject({
  name: text(),
  email: z.email("write an address like sales@company.com").optional(),
  replyPromise: inEachLanguage(text()).optional(),
  offices: list(
    z.strictObject({
      city: text(),
      country: country.optional(),
      timeZone,
      address: text().optional(),
      telephone: text()
        .regex(/^\+[1-9][\d ().-]{6,24}$/, "write the number with + and the code of the country, like +57 601 000 0000")
        .optional(),
      hours: inEachLanguage(text()).optional(),
    }),
  ),
  social: list(
    z.strictObject({ name: text(), url: z.url({ protocol: /^https$/, error: "write an address like https://…" }) }),
  ),
});
