import type { LeadFormText } from "#components/leads/lead-form-text.ts";
import { getSite } from "#lib/content/settings/site.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";

/** The words that all forms share; each has more of its own. */
export function leadFormText(locale: Locale): LeadFormText {
  const { form, leadErrors } = getMessages(locale);
  return { ...form, errors: leadErrors, writeTo: getSite().email };
}
