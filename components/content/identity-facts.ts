import type { Messages } from "#content/en/messages.ts";
import type { Site } from "#lib/content/settings/site.ts";
import type { CompanyFact } from "./company-fact.ts";
import { telephoneLink } from "./telephone-link.ts";
import { whatsappLink } from "./whatsapp-link.ts";

/** Who is behind the site, and how to reach them. */
export function identityFacts(site: Site, text: Messages["company"]): CompanyFact[] {
  const { name, legalName, taxNumber, founded, telephone, whatsapp, email, certificates } = site;
  return [
    legalName ? { label: text.legalName, said: legalName } : { label: text.name, said: name },
    ...(taxNumber ? [{ label: text.taxNumber, said: taxNumber }] : []),
    ...(founded ? [{ label: text.founded, said: founded }] : []),
    ...(telephone ? [{ label: text.telephone, said: telephone, href: telephoneLink(telephone) }] : []),
    ...(whatsapp ? [{ label: text.whatsapp, said: whatsapp, href: whatsappLink(whatsapp) }] : []),
    ...(email ? [{ label: text.email, said: email, href: `mailto:${email}` }] : []),
    ...certificates.map(({ name, url }) => ({ label: text.certificates, said: name, ...(url && { href: url }) })),
  ];
}
