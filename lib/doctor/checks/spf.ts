import { isIP } from "node:net";
import { readSmtpUrl } from "#lib/mail/read-smtp-url.ts";
import { isThisMachine } from "#lib/network/is-this-machine.ts";
import type { Check } from "../finding.ts";
import { senderDomain } from "../sender-domain.ts";
import { textsAt } from "../texts-at.ts";

/** Whether receivers are told which servers send for our domain (RFC 7208). That ours is among them, a received mail shows. */
export const spf: Check = async (patient) => {
  const { smtp } = patient.env;
  const domain = senderDomain(patient.env);
  if (!smtp || !domain) return undefined;
  const texts = await textsAt(domain, domain, patient);
  if (!Array.isArray(texts)) return texts;
  const records = texts.filter((text) => /^v=spf1(?: |$)/i.test(text));
  const [record] = records;
  const ours = senderTerm(readSmtpUrl(smtp.url).host);
  if (record === undefined) {
    return {
      state: "wrong",
      seen: `${domain} has no SPF, and its mail lands among spam`,
      todo: `Add, or what your provider names: ${domain}. TXT "v=spf1 ${ours} ~all"`,
    };
  }
  if (records.length > 1) {
    const seen = `${domain} has ${records.length} SPF records, and receivers then take none`;
    return { state: "wrong", seen, todo: "Make one of them, with all that they name." };
  }
  if (/(?:^| )\+?all\b/i.test(record)) {
    const seen = `${domain} lets every machine of the world send for it (+all)`;
    return { state: "wrong", seen, todo: "Write ~all at its end." };
  }
  if (ours.startsWith("include:") && !record.toLowerCase().includes(ours)) {
    const seen = `the SPF of ${domain} does not name the provider of SMTP_URL`;
    return { state: "warning", seen, todo: `Write ${ours} before its end, unless another include has it.` };
  }
  return { state: "ok", seen: record };
};

/** How the two large providers want to be named; of another, its server, which may send by others. */
function senderTerm(host: string): string {
  if (/(?:^|\.)(?:office365|outlook)\.com$/.test(host)) return "include:spf.protection.outlook.com";
  if (/(?:^|\.)(?:gmail|google)\.com$/.test(host)) return "include:_spf.google.com";
  if (isThisMachine(host)) return "a mx";
  return isIP(host) ? `ip${isIP(host)}:${host}` : `a:${host}`;
}
