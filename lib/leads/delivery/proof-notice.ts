import { proof } from "#content/en/mail.ts";
import { fill } from "#lib/i18n/fill.ts";
import type { LeadRecord } from "#lib/leads/store/lead-record.ts";
import { minuteAndPlace } from "#lib/leads/zoned-time.ts";
import { siteMail } from "./site-mail.ts";

/** What the team gets for the lead that the site sends itself each day. */
export function proofNotice({ ref, receivedAt }: LeadRecord, zone: string) {
  const received = minuteAndPlace(zone, receivedAt);
  const mail = siteMail({ subject: fill(proof.subject, { ref }), text: fill(proof.body, { ref, received }) });
  return { ...mail, headers: { ...mail.headers, "X-Lead-Ref": ref } };
}
