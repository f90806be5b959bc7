import type { Entry } from "#lib/content/kinds/registry.ts";
import { findService } from "#lib/content/kinds/service.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { fill } from "#lib/i18n/fill.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";

/** The button by which a page leads to a form: where to, and what it says. Pages that are forms have none. */
export type FirstStep = { href: string; label: string };

/** From the page of an entry. */
export function firstStepOn(entry: Entry): FirstStep {
  const { locale, title, slug } = entry;
  const { firstStep } = getMessages(locale);
  switch (entry.kind) {
    case "services":
      return { href: paths.inquiry(locale, slug), label: entry.ask };
    case "industries":
      return { href: paths.inquiry(locale, entry.services[0]), label: entry.ask };
    case "blog":
      return firstStepFor(locale, entry.services[0]);
    case "projects":
      return { href: paths.inquiry(locale, entry.services[0]), label: firstStep.project };
    case "hubs":
      return { href: paths.inquiry(locale), label: fill(firstStep.hub, { city: title }) };
    case "openings":
      return { href: paths.application(locale, slug), label: getMessages(locale).openings.apply };
    case "pages":
      // Who reads the notice asks about their data, and buys nothing.
      return {
        href: entryPath(entry) === paths.privacy(locale) ? paths.contact(locale) : paths.inquiry(locale),
        label: entry.ask ?? firstStep.need,
      };
  }
}

/** From a text that is about a service, or about none. */
export function firstStepFor(locale: Locale, service: string | undefined): FirstStep {
  const found = service === undefined ? undefined : findService(locale, service);
  return found ? firstStepOn(found) : { href: paths.inquiry(locale), label: getMessages(locale).firstStep.team };
}

/** From the search: whoever looked for something can ask about it, with the message begun. */
export function firstStepFromSearch(locale: Locale, query: string): FirstStep {
  if (!query) return firstStepFrom("search", locale);
  return { href: paths.inquiryAbout(locale, query), label: fill(getMessages(locale).firstStep.searched, { query }) };
}

/** From a page of its own, by the name of its folder in `app`. */
export function firstStepFrom(page: keyof typeof ownPages, locale: Locale): FirstStep {
  return ownPages[page](locale, getMessages(locale).firstStep);
}

export const ownPages = {
  services: (locale, { need }) => ({ href: paths.inquiry(locale), label: need }),
  industries: (locale, { industry }) => ({ href: paths.inquiry(locale), label: industry }),
  projects: (locale, { team }) => ({ href: paths.inquiry(locale), label: team }),
  hubs: (locale, { hubs }) => ({ href: paths.inquiry(locale), label: hubs }),
  blog: (locale, { team }) => ({ href: paths.inquiry(locale), label: team }),
  hours: (locale, { hours }) => ({ href: paths.inquiry(locale), label: hours }),
  vendor: (locale, { vendor }) => ({ href: paths.contact(locale), label: vendor }),
  careers: (locale, { careers }) => ({ href: paths.contact(locale), label: careers }),
  search: (locale, { need }) => ({ href: paths.inquiry(locale), label: need }),
  error: (locale, { need }) => ({ href: paths.inquiry(locale), label: need }),
} satisfies Record<string, (locale: Locale, words: Words) => FirstStep>;

type Words = ReturnType<typeof getMessages>["firstStep"];
