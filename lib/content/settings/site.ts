import { z } from "zod";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { country, inEachLanguage, list, text, timeZone } from "#lib/content/source/fields.ts";
import { soundValue, yamlFileReader } from "#lib/content/source/read-yaml-file.ts";
import { question } from "#lib/question.ts";

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

/** What the company says of itself on every page. A key that is not set is not shown. */
export type Site = z.infer<typeof siteSchema>;

export const readSite = yamlFileReader("site.yaml", siteSchema);

export const getSite = question("site", (root = contentRoot): Site => soundValue(readSite(root)));
