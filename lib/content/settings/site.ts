import { z } from "zod";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { picture as anyPicture, country, inEachLanguage, list, text, timeZone } from "#lib/content/source/fields.ts";
import { soundValue, yamlFileReader } from "#lib/content/source/read-yaml-file.ts";
import { question } from "#lib/question.ts";

const httpsAddress = z.url({ protocol: /^https$/, error: "write an address like https://…" });

const telephone = text().regex(
  /^\+[1-9][\d ().-]{6,24}$/,
  "write the number with + and the code of the country, like +57 601 000 0000",
);

const picture = anyPicture.refine(
  (name) => !/[/\\]/.test(name),
  "must be the file name alone; pictures are in content/images",
);

export const siteSchema = z.strictObject({
  name: text(),
  legalName: text().optional(),
  taxNumber: text().optional(),
  founded: text()
    .regex(/^(?:19|20)\d\d$/, "write the year, like 2015")
    .refine(
      (year) => Number(year) <= new Date().getUTCFullYear(),
      "is still to come: write the year in which the company was founded",
    )
    .optional(),
  telephone: telephone.optional(),
  whatsapp: telephone.optional(),
  email: z.email("write an address like sales@company.com").optional(),
  replyPromise: inEachLanguage(text()).optional(),
  offices: list(
    z.strictObject({
      city: text(),
      country: country.optional(),
      timeZone,
      address: text().optional(),
      telephone: telephone.optional(),
      hours: inEachLanguage(text()).optional(),
    }),
  ),
  contact: z
    .strictObject({
      name: text(),
      portrait: picture.optional(),
      role: inEachLanguage(text()).optional(),
      languages: inEachLanguage(text()).optional(),
    })
    .optional(),
  security: z
    .strictObject({
      email: z.email("write an address like security@company.com").optional(),
      practices: inEachLanguage(text(500)).optional(),
    })
    .optional(),
  nda: inEachLanguage(text(500)).optional(),
  minimumTeam: inEachLanguage(text()).optional(),
  minimumTerm: inEachLanguage(text()).optional(),
  prices: list(z.strictObject({ role: inEachLanguage(text()), range: inEachLanguage(text()) })),
  firstCall: inEachLanguage(text()).optional(),
  certificates: list(z.strictObject({ name: text(), url: httpsAddress.optional() })),
  photographs: list(z.strictObject({ picture, alt: inEachLanguage(text(300)) })),
  social: list(z.strictObject({ name: text(), url: httpsAddress })),
});

/** What the company says of itself on every page. A key that is not set is not shown. */
export type Site = z.infer<typeof siteSchema>;

export const readSite = yamlFileReader("site.yaml", siteSchema);

export const getSite = question("site", (root = contentRoot): Site => soundValue(readSite(root)));
