import { z } from "zod";
import { text } from "#lib/content/source/fields.ts";
import { locales } from "#lib/i18n/locales.ts";

export const authorSchema = z.strictObject({
  name: text(),
  /** What search engines are told: whether a person writes or a company. */
  kind: z.enum(["person", "organization"], "must be person or organization").default("person"),
  role: z.record(z.enum(locales), text()).optional(),
  bio: z.record(z.enum(locales), text(600)).optional(),
});

/** Who writes: one file each in content/authors. The slug is the file name without its ending. */
export type Author = z.infer<typeof authorSchema> & { slug: string };
