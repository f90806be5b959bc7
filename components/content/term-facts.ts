import type { Messages } from "#content/en/messages.ts";
import type { Site } from "#lib/content/settings/site.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { CompanyFact } from "./company-fact.ts";

/** On what terms the company works. */
export function termFacts(site: Site, text: Messages["company"], locale: Locale): CompanyFact[] {
  const { minimumTeam, minimumTerm, prices, firstCall, replyPromise, nda } = site;
  const said = [
    [text.reply, replyPromise],
    [text.firstCall, firstCall],
    [text.minimumTeam, minimumTeam],
    [text.minimumTerm, minimumTerm],
    [text.nda, nda],
  ] as const;
  return [
    ...said.flatMap(([label, words]) => (words ? [{ label, said: words[locale] }] : [])),
    ...prices.map(({ role, range }) => ({ label: role[locale], said: range[locale] })),
  ];
}
