import path from "node:path";
import { z } from "zod";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { throwOnErrors } from "./content-error.ts";
import { contentRoot } from "./content-folder.ts";
import { text } from "./fields.ts";
import { readYamlFile } from "./read-yaml-file.ts";
import { remember } from "./remember.ts";

/** The names of each category, by the slug that posts and addresses use. */
export type Categories = Record<string, Record<Locale, string>>;

export function getCategories(root = contentRoot): Categories {
  const { value, problems } = readCategories(root);
  throwOnErrors(problems);
  return value ?? {};
}

export const readCategories = remember(
  (root: string) => readYamlFile(root, "categories.yaml", categoriesSchema),
  (root) => [path.join(/* turbopackIgnore: true */ root, "categories.yaml")],
);

const slug = z.string().regex(/^[a-z0-9-]+$/, "may only have small letters without accents, digits and -");
const categoriesSchema = z.record(slug, z.record(z.enum(locales), text()));
