import { z } from "zod";
import type { ContentFile } from "./content-folder.ts";
import { position, text } from "./fields.ts";

export const serviceSchema = z.strictObject({
  title: text(),
  metaTitle: text(),
  meta_description: text(500),
  summary: text(500),
  order: position,
});

/** `slug` is the file name; `summary` is the one sentence of its card. */
export type Service = ContentFile & {
  kind: "services";
  slug: string;
  title: string;
  metaTitle: string;
  description: string;
  summary: string;
  order: number;
};
