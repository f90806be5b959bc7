import { z } from "zod";
import { slug, text } from "#lib/content/source/fields.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";

/** What visitors read, in each language, by the slug that posts and addresses use. */
export type NamedSlugs = Record<string, Record<Locale, string>>;

export const namedSlugsSchema = z.record(slug, z.record(z.enum(locales), text()));
