import { leadSource } from "#lib/leads/attribution/lead-source.ts";
import type { LeadRecord } from "#lib/leads/store/lead-record.ts";
import type { DeliveryOutcome } from "#lib/mail/delivery-outcome.ts";
import { postJson } from "./post-json.ts";

/**
 * Counts a lead in Plausible, by its events API: the page, the form, the service, the language and where it came from.
 * Nothing of the person is in it, and nothing runs in the browser.
 */
export function sendConversion(
  { form, locale, page, fields, attribution }: LeadRecord,
  plausibleUrl: string,
  siteUrl: string,
  signal: AbortSignal,
): Promise<DeliveryOutcome> {
  const event = {
    name: "Lead",
    url: `${siteUrl}${page}`,
    domain: new URL(siteUrl).hostname,
    props: { form, language: locale, service: fields.service, source: leadSource(attribution) },
  };
  // Named by whoever runs the site, and often on a machine beside it.
  return postJson({ url: `${plausibleUrl}/api/event`, body: JSON.stringify(event), mayBePrivate: true }, signal);
}
