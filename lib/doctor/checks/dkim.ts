import type { Check } from "../finding.ts";
import { senderDomain } from "../sender-domain.ts";
import { textsAt } from "../texts-at.ts";

/** Whether receivers find a key for our signature (RFC 6376). That mails are signed with it, a received one shows. */
export const dkim: Check = async (patient) => {
  const domain = senderDomain(patient.env);
  if (!domain) return undefined;
  if (patient.selector === undefined) {
    return {
      state: "warning",
      seen: "whether mails are signed is seen in one that arrived: its source has dkim=pass, and in DKIM-Signature d= and s=",
      todo: `Then look for the key: npm run doctor -- --dkim SELECTOR (what stands after s=, where d= is ${domain})`,
    };
  }
  const name = `${patient.selector}._domainkey.${domain}`;
  const texts = await textsAt(name, domain, patient);
  if (!Array.isArray(texts)) return texts;
  const key = texts.find((text) => /(?:^|;)\s*p=/.test(text));
  if (key === undefined) {
    return {
      state: "wrong",
      seen: `there is no key at ${name}`,
      todo: `Turn signing on at the mail's provider, and add the record that it shows: ${name}. TXT "v=DKIM1; k=rsa; p=…", or a CNAME`,
    };
  }
  if (/(?:^|;)\s*p=\s*(?:;|$)/.test(key)) {
    const seen = `the key at ${name} was taken back (p= is empty)`;
    return { state: "wrong", seen, todo: "Add the record of the key that the provider signs with now." };
  }
  return { state: "ok", seen: `there is a key at ${name}` };
};
