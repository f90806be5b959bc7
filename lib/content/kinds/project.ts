import { z } from "zod";
import { inAnotherLanguage, listFiles } from "#lib/content/source/content-folder.ts";
import { list, oneOf, text } from "#lib/content/source/fields.ts";
import { memoizeContent } from "#lib/content/source/memoize-content.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { type ClientSectors, readClients } from "./client.ts";
import { type EntryOf, readEntries, type Source, toEntry } from "./entries.ts";
import { entryQuestions } from "./entry-questions.ts";

/** `permission` says who allowed the words to be shown, and when. It is kept in the file and shown to nobody. */
const quote = z
  .strictObject({
    text: text(600),
    name: text(),
    role: text(),
    permission: text().refine(allows, "says that nobody allowed it; leave the quote out until somebody does"),
  })
  .transform(({ permission: _, ...shown }) => shown);

function allows(permission: string): boolean {
  // "No objection by letter" and "Sin objeción" are permissions.
  return !/^(?:(?:no|not|none|sin)(?! (?:obje[ct]|reparo))|false|nobody|nadie|ninguno|falta|pending|pendiente|por (?:confirmar|definir)|unknown|asked|to be|tb[acd]|todo|n\/a|[?.x-]+)(?![\p{L}\p{N}])/iu.test(
    permission,
  );
}

/** Challenge, work and result are the sections of the text under it. */
export function projectSchema(root: string, locale: Locale) {
  const sectors = readClients(root).value;
  const known = {
    clients: sectors && Object.values(sectors).flatMap((sector) => sector.clients),
    sectors: sectors && Object.keys(sectors),
    services: listFiles(root, locale, "services").files.map((file) => file.name),
  };
  return z.strictObject({
    title: text(),
    client: oneOf("client", known.clients),
    sector: oneOf("sector", known.sectors),
    metaTitle: text(),
    meta_description: text(500),
    summary: text(500),
    services: list(oneOf("service", known.services, inAnotherLanguage(root, locale, "services"))),
    quote: quote.optional(),
  });
}

type Front = z.infer<ReturnType<typeof projectSchema>>;

/** The story of a piece of work. `sector` is a key of content/clients.yaml. */
export type Project = EntryOf<"projects", Front>;

/** In the order of their file names. */
export const readProjects = memoizeContent(
  (root: string, locale: Locale) => {
    return readEntries(root, locale, "projects", projectSchema(root, locale), (source) => {
      refuseOtherSector(readClients(root).value ?? {}, source);
      return toEntry("projects", source);
    });
  },
  (_, locale) => [`${locale}/projects`, ...locales.map((one) => `${one}/services`), "clients.yaml"],
);

export const { get: getProjects, find: findProject } = entryQuestions(["projects", "project"], (root, locale) => {
  const { entries, problems } = readProjects(root, locale);
  return { entries, problems: [...readClients(root).problems, ...problems] };
});

function refuseOtherSector(sectors: ClientSectors, { value, report }: Source<Front>) {
  if (!value || sectors[value.sector]?.clients.includes(value.client)) return;
  const own = Object.keys(sectors).find((sector) => sectors[sector]?.clients.includes(value.client));
  if (own) report("error", "sector", `${value.client} is listed under ${own} in content/clients.yaml`);
}
