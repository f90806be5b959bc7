import { z } from "zod";
import type { ContentFile } from "#lib/content/source/content-folder.ts";
import { text } from "#lib/content/source/fields.ts";

export const pageSchema = z.strictObject({ title: text(), metaTitle: text(), meta_description: text(500) });

/** A standing page, such as the privacy notice. `slug` is the file name. */
export type Page = ContentFile & {
  kind: "pages";
  slug: string;
  title: string;
  metaTitle: string;
  description: string;
};
