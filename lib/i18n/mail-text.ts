import { mail as en, type MailText } from "#content/en/mail.ts";
import { mail as es } from "#content/es/mail.ts";
import type { Locale } from "./locales.ts";

const byLocale: Record<Locale, MailText> = { en, es };

/** What visitors read in their mail, and behind the links in it. */
export function getMailText(locale: Locale): MailText {
  return byLocale[locale];
}
