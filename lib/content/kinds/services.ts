import path from "node:path";
import type { z } from "zod";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot, listFiles } from "#lib/content/source/content-folder.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { readEntries, type Source } from "./entries.ts";
import { type Service, serviceSchema } from "./service.ts";

/** In the order that their front matter gives, then by name. */
export function getServices(locale: Locale, root = contentRoot): Service[] {
  const { entries, problems } = readServices(root, locale);
  throwOnErrors(problems);
  return entries;
}

export function findService(locale: Locale, slug: string, root = contentRoot): Service | undefined {
  return getServices(locale, root).find((service) => service.slug === slug);
}

export const readServices = memoize(
  (root: string, locale: Locale) => {
    const services = listFiles(root, locale, "services").files.map((file) => file.name);
    const hubs = listFiles(root, locale, "hubs").files.map((file) => file.name);
    const reading = readEntries(root, locale, "services", serviceSchema({ services, hubs }), toService);
    reading.entries.sort((a, b) => a.order - b.order);
    return reading;
  },
  (root, locale) => {
    const folders = [`${locale}/services`, `${locale}/hubs`];
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
