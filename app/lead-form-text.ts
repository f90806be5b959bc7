import type { LeadFormText } from "#components/leads/lead-form-text.ts";
import { getSite } from "#lib/content/settings/site.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { consentSentence } from "#lib/leads/consent-sentence.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import { isAnswered } from "#lib/leads/form/is-answered.ts";

/** The words that every form has; each has more of its own. */
export function leadFormText(name: FormName, locale: Locale): LeadFormText {
  const { form, leadErrors } = getMessages(locale);
  const { email, replyPromise } = getSite();
  return {
    ...form,
    consent: consentSentence(name, locale),
    errors: leadErrors,
    writeTo: email,
    promise: isAnswered(name) ? replyPromise?.[locale] : undefined,
  };
}
