import type { RoutingRule } from "#lib/content/kinds/routing.ts";
import type { Locale } from "#lib/i18n/locales.ts";

type Routing = { routing: readonly RoutingRule[]; leadsTo: readonly string[] };

type Routed = { locale: Locale; fields: { service?: string | undefined; country?: string | undefined } };

/** Who gets the lead: the recipients of the first rule that fits, else LEADS_TO. */
export function routeLead({ locale, fields }: Routed, { routing, leadsTo }: Routing): readonly string[] {
  const rule = routing.find(
    ({ service = fields.service, country = fields.country, language = locale }) =>
      service === fields.service && country === fields.country && language === locale,
  );
  return rule?.to ?? leadsTo;
}
