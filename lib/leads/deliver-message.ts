import { siteSlug } from "#lib/mail/find-mail-tiles.ts";
import type { Mail, MailAddress, MailPicture } from "#lib/mail/mail.ts";
import type { Mailer, SmtpOutcome } from "#lib/mail/smtp-mailer.ts";
import { errorCode } from "./error-code.ts";
import type { LeadDesk } from "./lead-desk.ts";
import { leadNotice } from "./lead-notice.ts";
import { leadReceipt } from "./lead-receipt.ts";
import { leadRecord } from "./lead-record.ts";
import { type ClaimedMessage, recordAttempt, renewLease } from "./outbox.ts";
import { siteMail } from "./site-mail.ts";

/** The outside world of delivery. */
export type DeliveryDesk = Pick<
  LeadDesk,
  "store" | "recipients" | "fallback" | "alarmTo" | "siteUrl" | "now" | "report"
> & {
  mailer: Mailer;
  from: MailAddress;
  /** The pattern of a slug. Undefined is fine: no mail waits for its picture. */
  findPicture(slug: string): MailPicture | undefined;
};

const renewEveryMs = 20_000;

/** One conversation with the mail server, from the claim to the record of how it ended. Never rejects. */
export async function deliverMessage(message: ClaimedMessage, desk: DeliveryDesk, signal: AbortSignal): Promise<void> {
  const renewal = setInterval(() => {
    renewLease(message, desk).catch((cause) => desk.report(`lease of ${message.id} not renewed`, errorCode(cause)));
  }, renewEveryMs);
  const start = performance.now();
  try {
    const outcome = await converse(message, desk, signal);
    const isOurs = await recordAttempt(message, outcome, Math.round(performance.now() - start), desk);
    if (!isOurs) desk.report(`lease of ${message.id} was lost`, outcome.reply);
  } catch (cause) {
    // The lease runs out, and the message is then treated like one of a process that died.
    desk.report(`outcome of ${message.id} not recorded`, errorCode(cause));
  } finally {
    clearInterval(renewal);
  }
}

async function converse(message: ClaimedMessage, desk: DeliveryDesk, signal: AbortSignal): Promise<SmtpOutcome> {
  let mail: Mail;
  try {
    mail = await composeMail(message, desk);
  } catch (cause) {
    desk.report(`message ${message.id} not composed`, errorCode(cause));
    return { class: "transient", code: null, reply: "not composed" };
  }
  return desk.mailer.send(mail, signal);
}

async function composeMail(message: ClaimedMessage, desk: DeliveryDesk): Promise<Mail> {
  const envelope = { messageId: message.message_id, from: desk.from, to: message.recipient };
  if (message.content) return { ...siteMail(JSON.parse(message.content)), ...envelope };

  const lead = leadRecord(
    await desk.store.db.selectFrom("lead").selectAll().where("id", "=", message.lead_id).executeTakeFirstOrThrow(),
  );
  const picture = desk.findPicture(lead.fields.service ?? siteSlug);
  const whole = message.kind === "notify" ? leadNotice(lead, picture) : leadReceipt(lead, desk.siteUrl, picture);
  const content = message.safe_form ? { ...whole, html: undefined, picture: undefined } : whole;
  return { ...content, ...envelope };
}
