import { errorCode } from "#lib/leads/error-code.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { likeliestFirst } from "#lib/leads/outbox/likeliest-first.ts";
import { type ClaimedMessage, recordAttempt, renewLease } from "#lib/leads/outbox/outbox.ts";
import { untoldLeads } from "#lib/leads/outbox/untold-leads.ts";
import { leadRecord } from "#lib/leads/store/lead-record.ts";
import type { DeliveryOutcome } from "#lib/mail/delivery-outcome.ts";
import { siteSlug } from "#lib/mail/find-mail-tiles.ts";
import type { Mail, MailAddress, MailPicture } from "#lib/mail/mail.ts";
import type { Mailer } from "#lib/mail/smtp-mailer.ts";
import { sendConversion } from "./conversion.ts";
import { heldDigest } from "./held-digest.ts";
import { leadEvent } from "./lead-event.ts";
import { leadNotice } from "./lead-notice.ts";
import { leadReceipt } from "./lead-receipt.ts";
import { proofNotice } from "./proof-notice.ts";
import { siteMail } from "./site-mail.ts";
import { sendWebhook, type WebhookTarget } from "./webhook.ts";

/** The outside world of delivery. */
export type DeliveryDesk = Pick<
  LeadDesk,
  | "store"
  | "recipients"
  | "fallback"
  | "alarmTo"
  | "sender"
  | "siteUrl"
  | "writeTo"
  | "answersTo"
  | "rateLimit"
  | "dailyProof"
  | "now"
  | "report"
> & {
  mailer: Mailer;
  from: MailAddress;
  webhook: WebhookTarget | undefined;
  plausibleUrl: string | undefined;
  /** How old a lead may become; for ever when it is not set. */
  retentionDays?: number | undefined;
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

async function converse(message: ClaimedMessage, desk: DeliveryDesk, signal: AbortSignal): Promise<DeliveryOutcome> {
  try {
    if (message.kind === "webhook") return await tellWebhook(message, desk, signal);
    if (message.kind === "conversion") return await countConversion(message, desk, signal);
    return await desk.mailer.send(await composeMail(message, desk), signal);
  } catch (cause) {
    // Neither of them throws for trouble of the conversation: the message could not be made.
    desk.report(`message ${message.id} not composed`, errorCode(cause));
    return { class: "transient", code: null, reply: "not composed" };
  }
}

type Content = Omit<Mail, "messageId" | "from" | "to">;

async function composeMail(message: ClaimedMessage, desk: DeliveryDesk): Promise<Mail> {
  const envelope = { messageId: message.message_id, from: desk.from, to: message.recipient };
  if (message.content) return { ...siteMail(JSON.parse(message.content)), ...envelope };

  if (message.kind === "digest") return { ...(await digestOf(message.queued_at, desk)), ...envelope };

  const lead = await leadOf(message, desk);
  if (lead.status === "proof") return { ...proofNotice(lead), ...envelope };

  const picture = desk.findPicture(lead.fields.service ?? siteSlug) ?? desk.findPicture(siteSlug);
  const whole =
    message.kind === "notify"
      ? leadNotice(lead, picture)
      : leadReceipt(lead, { ...desk, leaveAt: desk.writeTo ?? desk.from.address }, picture);
  return { ...(message.safe_form ? inSafeForm(whole) : whole), ...envelope };
}

/** What a filter has least to object to. The address of josé@… is text in a header where the server knows no SMTPUTF8. */
function inSafeForm({ replyTo, ...mail }: Content): Content {
  const isPlain = replyTo !== undefined && /^\p{ASCII}*$/u.test(replyTo.address.replace(/@[^@]*$/, ""));
  return { ...mail, ...(isPlain && { replyTo }), html: undefined, picture: undefined };
}

async function digestOf(digestAt: string, { store }: DeliveryDesk) {
  const held = await store.db
    .selectFrom("lead")
    .selectAll()
    .where("digest_at", "=", digestAt)
    .where("status", "=", "quarantined")
    .execute();
  const { people } = await untoldLeads(store.db, digestAt);
  return heldDigest(likeliestFirst(held).map(leadRecord), people.length);
}

async function tellWebhook(message: ClaimedMessage, desk: DeliveryDesk, signal: AbortSignal): Promise<DeliveryOutcome> {
  if (!desk.webhook) return { class: "transient", code: null, reply: "no LEAD_WEBHOOK_URL" };
  return sendWebhook(message.id, leadEvent(await leadOf(message, desk)), desk.webhook, signal);
}

async function countConversion(message: ClaimedMessage, desk: DeliveryDesk, signal: AbortSignal) {
  const { plausibleUrl, siteUrl } = desk;
  if (!plausibleUrl) return { class: "permanent", code: null, reply: "no PLAUSIBLE_URL" } as const;
  return sendConversion(await leadOf(message, desk), plausibleUrl, siteUrl, signal);
}

async function leadOf(message: ClaimedMessage, { store }: DeliveryDesk) {
  return leadRecord(
    await store.db.selectFrom("lead").selectAll().where("id", "=", message.lead_id).executeTakeFirstOrThrow(),
  );
}
