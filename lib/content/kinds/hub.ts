import { z } from "zod";
import type { ContentFile } from "#lib/content/source/content-folder.ts";
import { count, list, position, text, timeZone } from "#lib/content/source/fields.ts";

const scopes = ["city", "country"] as const;

/** `label` says what the number counts, and where, as a reader meets it. */
const figure = z.strictObject({
  value: count,
  scope: z.enum(scopes, `must be one of: ${scopes.join(", ")}`),
  label: text(),
  source: text(),
});

export const hubSchema = z.strictObject({
  title: text(),
  country: text(),
  timeZone,
  metaTitle: text(),
  meta_description: text(500),
  summary: text(500),
  order: position,
  knownFor: list(text()),
  figures: z
    .strictObject(
      { population: figure, universities: figure, professionals: figure },
      "must be population, universities or professionals, each with value, scope, label and source",
    )
    .partial()
    .default({}),
});

export type Figure = z.infer<typeof figure>;
export type Figures = z.infer<typeof hubSchema>["figures"];

/** A city with technology talent. `slug` is the file name; a figure that no source gives is left out. */
export type Hub = ContentFile & {
  kind: "hubs";
  slug: string;
  title: string;
  country: string;
  timeZone: string;
  metaTitle: string;
  description: string;
  summary: string;
  order: number;
  knownFor: string[];
  figures: Figures;
};
