import { z } from "zod";
import type { ContentFile } from "#lib/content/source/content-folder.ts";
import { list, oneOf, position, text } from "#lib/content/source/fields.ts";

/** `audience`, `outcome` and `start` answer what every reader asks: for whom it is, what they get, how it begins. */
export function serviceSchema(known: { services: string[]; hubs: string[] }) {
  return z.strictObject({
    title: text(),
    metaTitle: text(),
    meta_description: text(500),
    summary: text(500),
    order: position,
    audience: text(500),
    outcome: text(500),
    start: text(500),
    services: list(oneOf("service", known.services)),
    hubs: list(oneOf("hub", known.hubs)),
  });
}

/** `slug` is the file name; `summary` is the one sentence of its card; `services` and `hubs` go with it. */
export type Service = ContentFile & {
  kind: "services";
  slug: string;
  title: string;
  metaTitle: string;
  description: string;
  summary: string;
  order: number;
  audience: string;
  outcome: string;
  start: string;
  services: string[];
  hubs: string[];
};
