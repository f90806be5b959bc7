import { z } from "zod";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { slug, text } from "./fields.ts";

/** What visitors read, in each language, by the slug that posts and addresses use. */
export type NamedSlugs = Record<string, Record<Locale, string>>;

export const namedSlugsSchema = z.record(slug, z.record(z.enum(locales), text()));
