import { z } from "zod";
import type { ContentFile } from "#lib/content/source/content-folder.ts";
import { list, oneOf, text } from "#lib/content/source/fields.ts";

/** `permission` says who allowed the words to be shown, and when. It is kept here and shown to nobody. */
const quote = z.strictObject({
  text: text(600),
  name: text(),
  role: text(),
  permission: text().refine(allows, "says that nobody allowed it; leave the quote out until somebody does"),
});

function allows(permission: string): boolean {
  return !/^(?:no|none|not|false|nobody|nadie|ninguno|sin|falta|pending|pendiente|por (?:confirmar|definir)|unknown|asked|to be|tb[acd]|todo|n\/a|[?.x-]+)(?![\p{L}\p{N}])/iu.test(
    permission,
  );
}

/** Challenge, work and result are the sections of the text under it. */
export function projectSchema(known: {
  clients: string[] | undefined;
  sectors: string[] | undefined;
  services: string[];
}) {
  return z.strictObject({
    title: text(),
    client: oneOf("client", known.clients),
    sector: oneOf("sector", known.sectors),
    metaTitle: text(),
    meta_description: text(500),
    summary: text(500),
    services: list(oneOf("service", known.services)),
    quote: quote.optional(),
  });
}

/** The story of a piece of work. `slug` is the file name, `sector` a key of content/clients.yaml. */
export type Project = ContentFile & {
  kind: "projects";
  slug: string;
  title: string;
  client: string;
  sector: string;
  metaTitle: string;
  description: string;
  summary: string;
  services: string[];
  quote?: Omit<z.infer<typeof quote>, "permission">;
};
