import { z } from "zod";
import type { ContentFile } from "#lib/content/source/content-folder.ts";
import { list, oneOf, position, text } from "#lib/content/source/fields.ts";

export function industrySchema(known: { services: string[]; sectors: string[] | undefined }) {
  return z.strictObject({
    title: text(),
    metaTitle: text(),
    meta_description: text(500),
    summary: text(500),
    order: position,
    tasks: z.array(text(), "must be a list: [one, two]").min(1, "is empty; say what is done for this industry"),
    services: list(oneOf("service", known.services)),
    sectors: list(oneOf("sector", known.sectors)),
  });
}

/**
 * `slug` is the file name; `tasks` is what is done for the industry. `services` do it, and the clients of the `sectors`
 * of content/clients.yaml belong to it.
 */
export type Industry = ContentFile & {
  kind: "industries";
  slug: string;
  title: string;
  metaTitle: string;
  description: string;
  summary: string;
  order: number;
  tasks: string[];
  services: string[];
  sectors: string[];
};
