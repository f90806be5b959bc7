import { z } from "zod";
import { contentRoot, inAnotherLanguage, listFiles } from "#lib/content/source/content-folder.ts";
import { list, oneOf, position, text } from "#lib/content/source/fields.ts";
import { memoizeContent } from "#lib/content/source/memoize-content.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { question } from "#lib/question.ts";
import { type EntryOf, inOrder, readEntries, type Source, toEntry } from "./entries.ts";
import { entryQuestions } from "./entry-questions.ts";

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
    ask: text(40),
    order: position,
    audience: text(500),
    outcome: text(500),
    start: text(500),
    services: list(oneOf("service", known.services, inAnotherLanguage(root, locale, "services"))),
    hubs: list(oneOf("hub", known.hubs, inAnotherLanguage(root, locale, "hubs"))),
  });
}

type Front = z.infer<ReturnType<typeof serviceSchema>>;

/** `summary` is the one sentence of its card, `ask` stands on the button to the form; `services` and `hubs` go with it. */
export type Service = EntryOf<"services", Front>;

export const readServices = memoizeContent(
  (root: string, locale: Locale) => {
    return inOrder(
      readEntries(root, locale, "services", serviceSchema(root, locale), (source) => {
        refuseMistakes(source);
        return toEntry("services", source);
      }),
    );
  },
  () => locales.flatMap((one) => [`${one}/services`, `${one}/hubs`]),
);

export const { get: getServices, find: findService } = entryQuestions(["services", "service"], readServices);

/** As every page names them in its footer. */
export const serviceTitles = question("service titles", (locale: Locale, root = contentRoot) =>
  getServices(locale, root).map(({ slug, title }) => ({ slug, title })),
);

function refuseMistakes({ value, file, report }: Source<Front>) {
  if (value?.services.includes(file.name)) report("error", "services", "names this service itself; remove it");
  if (value && Object.hasOwn(getMessages(file.locale).form.undecided, file.name)) {
    report("error", "file name", "stands for no service in an inquiry; rename it");
  }
}
