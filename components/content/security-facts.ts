import type { Messages } from "#content/en/messages.ts";
import type { Site } from "#lib/content/settings/site.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { CompanyFact } from "./company-fact.ts";

export function securityFacts({ security }: Site, text: Messages["company"], locale: Locale): CompanyFact[] {
  const { email, practices } = security ?? {};
  return [
    ...(practices ? [{ label: text.security, said: practices[locale] }] : []),
    ...(email ? [{ label: text.securityContact, said: email, href: `mailto:${email}` }] : []),
  ];
}
