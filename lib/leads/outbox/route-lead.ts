import type { RoutingRule } from "#lib/content/kinds/routing.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";

type Routing = { routing: readonly RoutingRule[]; leadsTo: readonly string[] };

type Routed = {
  form: FormName;
  locale: Locale;
  fields: { service?: string | undefined; country?: string | undefined };
};

/** Who gets the lead: the recipients of the first rule that fits, else LEADS_TO. */
export function routeLead({ form, locale, fields }: Routed, { routing, leadsTo }: Routing): readonly string[] {
  const rule = routing.find(
    (asked) =>
      (asked.form ?? form) === form &&
      (asked.service ?? fields.service) === fields.service &&
      (asked.country ?? fields.country) === fields.country &&
      (asked.language ?? locale) === locale,
  );
  return rule?.to ?? leadsTo;
}
