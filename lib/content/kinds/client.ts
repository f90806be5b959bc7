import { z } from "zod";
import { list, slug, text } from "#lib/content/source/fields.ts";
import { locales } from "#lib/i18n/locales.ts";

export const clientsSchema = z.record(
  slug,
  z.strictObject({ name: z.record(z.enum(locales), text()), clients: list(text()) }),
);

/** Whom the company has worked with: the clients of each sector, in the order of the file. */
export type ClientSectors = z.infer<typeof clientsSchema>;
