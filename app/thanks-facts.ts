import type { CompanyFact } from "#components/content/company-fact.ts";
import { findService } from "#lib/content/kinds/service.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMailText } from "#lib/i18n/mail-text.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { callTimes } from "#lib/leads/call/call-times.ts";
import type { thanksOffer } from "#lib/leads/call/thanks-offer.ts";
import { hoursTogether } from "#lib/leads/hours-together.ts";

type Offer = NonNullable<Awaited<ReturnType<typeof thanksOffer>>>;

/** What whoever has just written may want to look up again: what it is about, when it came, when we are both at work. */
export function thanksFacts({ about, offered: [first] }: Offer, locale: Locale): CompanyFact[] {
  const { service, title, receivedAt, zone } = about;
  // Of the answers "not sure" and "several" there is no page, nor of a service that is gone.
  const known = service && findService(locale, service);
  const { receipt, call } = getMailText(locale);
  const text = getMessages(locale).received.facts;
  const received = callTimes(new Date(receivedAt), { timeZone: "America/Bogota", label: call.home }, locale);
  const hours = zone && hoursTogether(zone, new Date(receivedAt), locale);
  return [
    ...(title
      ? [{ label: receipt.topic, said: title, ...(known && { href: paths.service(locale, known.slug) }) }]
      : []),
    { label: text.received, said: inWords(received) },
    ...(hours ? [{ label: receipt.hours, said: hours }] : []),
    ...(first ? [{ label: text.call, said: inWords(first.times) }] : []),
  ];
}

function inWords({ day, clocks: [clock] }: ReturnType<typeof callTimes>): string {
  return `${day}, ${clock}`;
}
