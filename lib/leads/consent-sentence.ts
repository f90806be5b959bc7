import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";

/** What a visitor agrees to, as the form shows it and as it is stored with the lead. */
export function consentSentence(form: FormName, locale: Locale): string {
  const { form: all, newsletter, replies, application } = getMessages(locale);
  const own: Partial<Record<FormName, { consent: string }>> = { newsletter, reply: replies, application };
  return (own[form] ?? all).consent;
}
