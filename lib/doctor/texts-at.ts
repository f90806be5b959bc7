import type { Finding, Patient } from "./finding.ts";

/**
 * The TXT records of a name of a domain, each whole, none where there certainly is none; and a finding where no name server says, or
 * the one of this machine does not know the domain either, as behind a firewall.
 */
export async function textsAt(
  name: string,
  domain: string,
  patient: Pick<Patient, "names">,
): Promise<string[] | Finding> {
  try {
    const records = await patient.names.resolveTxt(name);
    return records.map((parts) => parts.join(""));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENODATA") return [];
    if (code === "ENOTFOUND" && name !== domain) {
      const texts = await textsAt(domain, domain, patient);
      return Array.isArray(texts) ? [] : texts;
    }
    if (code === "ENOTFOUND") {
      const seen = `the name server of this machine knows no ${domain}`;
      return { state: "warning", seen, todo: "Look at MAIL_FROM; behind a firewall, look from another machine." };
    }
    const seen = `no name server told this machine of ${name} (${code})`;
    return { state: "warning", seen, todo: "Try again in a minute, or look from another machine." };
  }
}
