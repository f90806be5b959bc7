import path from "node:path";
import { z } from "zod";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import type { ContentFile } from "#lib/content/source/content-folder.ts";
import { contentRoot, inAnotherLanguage, listFiles } from "#lib/content/source/content-folder.ts";
import { list, oneOf, position, text } from "#lib/content/source/fields.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { question } from "#lib/question.ts";
import { readEntries, type Source } from "./entries.ts";

/** `audience`, `outcome` and `start` answer what every reader asks: for whom it is, what they get, how it begins. */
export function serviceSchema(root: string, locale: Locale) {
  const known = {
    services: listFiles(root, locale, "services").files.map((file) => file.name),
    hubs: listFiles(root, locale, "hubs").files.map((file) => file.name),
  };
  return z.strictObject({
    title: text(),
    metaTitle: text(),
    meta_description: text(500),
    summary: text(500),
    order: position,
    audience: text(500),
    outcome: text(500),
    start: text(500),
    services: list(oneOf("service", known.services, inAnotherLanguage(root, locale, "services"))),
    hubs: list(oneOf("hub", known.hubs, inAnotherLanguage(root, locale, "hubs"))),
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

/** In the order that their front matter gives, then by name. */
export const getServices = question("services", (locale: Locale, root = contentRoot): Service[] => {
  const { entries, problems } = readServices(root, locale);
  throwOnErrors(problems);
  return entries;
});

/** As every page names them in its footer. */
export const serviceTitles = question("service titles", (locale: Locale, root = contentRoot) =>
  getServices(locale, root).map(({ slug, title }) => ({ slug, title })),
);

export const findService = question(
  "service",
  (locale: Locale, slug: string, root = contentRoot): Service | undefined => {
    return getServices(locale, root).find((service) => service.slug === slug);
  },
);

export const readServices = memoize(
  (root: string, locale: Locale) => {
    const reading = readEntries(root, locale, "services", serviceSchema(root, locale), toService);
    reading.entries.sort((a, b) => a.order - b.order);
    return reading;
  },
  (root) => {
    const folders = locales.flatMap((one) => [`${one}/services`, `${one}/hubs`]);
    return folders.map((folder) => path.join(/* turbopackIgnore: true */ root, folder));
  },
);

function toService({ value, file, report }: Source<z.infer<ReturnType<typeof serviceSchema>>>): Service | undefined {
  if (!value) return undefined;
  if (value.services.includes(file.name)) report("error", "services", "names this service itself; remove it");
  if (Object.hasOwn(getMessages(file.locale).form.undecided, file.name)) {
    report("error", "file name", "stands for no service in an inquiry; rename it");
  }
  const { meta_description: description, ...rest } = value;
  return { ...file, kind: "services", slug: file.name, description, ...rest };
}
