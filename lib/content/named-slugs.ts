import { z } from "zod";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { text } from "./fields.ts";

/** What visitors read, in each language, by the slug that posts and addresses use. */
export type NamedSlugs = Record<string, Record<Locale, string>>;

const slug = z.string().regex(/^[a-z0-9-]+$/, "may only have small letters without accents, digits and -");

export const namedSlugsSchema = z.record(slug, z.record(z.enum(locales), text()));
