import { getDomain } from "tldts";
import type { Check } from "../finding.ts";
import { senderDomain } from "../sender-domain.ts";
import { textsAt } from "../texts-at.ts";

/** What receivers are to do with what is not from us (RFC 7489). Of a name below a domain, the domain's counts as well. */
export const dmarc: Check = async (patient) => {
  const domain = senderDomain(patient.env);
  if (!domain) return undefined;
  const above = getDomain(domain) ?? domain;
  for (const name of new Set([domain, above])) {
    const texts = await textsAt(`_dmarc.${name}`, domain, patient);
    if (!Array.isArray(texts)) return texts;
    const record = texts.find((text) => /^v=DMARC1\s*;/i.test(text));
    if (record) return { state: "ok", seen: record };
  }
  return {
    state: "warning",
    seen: `${domain} has no DMARC, which large providers ask for, and anybody may write in its name`,
    todo: `Add: _dmarc.${above}. TXT "v=DMARC1; p=none", and p=quarantine once mails have SPF or DKIM`,
  };
};
