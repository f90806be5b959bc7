import path from "node:path";
import { z } from "zod";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import type { ContentFile } from "#lib/content/source/content-folder.ts";
import { contentRoot, inAnotherLanguage, listFiles } from "#lib/content/source/content-folder.ts";
import { list, oneOf, text } from "#lib/content/source/fields.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { question } from "#lib/question.ts";
import type { ClientSectors } from "./client.ts";
import { readClients } from "./client.ts";
import { readEntries, type Source } from "./entries.ts";

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

/** In the order of their file names. */
export const getProjects = question("projects", (locale: Locale, root = contentRoot): Project[] => {
  const { entries, problems } = readProjects(root, locale);
  throwOnErrors([...readClients(root).problems, ...problems]);
  return entries;
});

export const findProject = question(
  "project",
  (locale: Locale, slug: string, root = contentRoot): Project | undefined => {
    return getProjects(locale, root).find((project) => project.slug === slug);
  },
);

export const readProjects = memoize(
  (root: string, locale: Locale) => {
    return readEntries(root, locale, "projects", projectSchema(root, locale), (source) => {
      refuseOtherSector(readClients(root).value ?? {}, source);
      return toProject(source);
    });
  },
  (root, locale) => {
    const sources = [`${locale}/projects`, ...locales.map((one) => `${one}/services`), "clients.yaml"];
    return sources.map((source) => path.join(/* turbopackIgnore: true */ root, source));
  },
);

type Front = z.infer<ReturnType<typeof projectSchema>>;

function refuseOtherSector(sectors: ClientSectors, { value, report }: Source<Front>) {
  if (!value || sectors[value.sector]?.clients.includes(value.client)) return;
  const own = Object.keys(sectors).find((sector) => sectors[sector]?.clients.includes(value.client));
  if (own) report("error", "sector", `${value.client} is listed under ${own} in content/clients.yaml`);
}

function toProject({ value, file }: Source<Front>): Project | undefined {
  if (!value) return undefined;
  const { meta_description: description, quote, ...rest } = value;
  const shown = quote && { text: quote.text, name: quote.name, role: quote.role };
  return { ...file, kind: "projects", slug: file.name, description, ...rest, quote: shown };
}
