import { Counter } from "prom-client";
import { alarm } from "#content/en/mail.ts";
import { fill } from "#lib/i18n/fill.ts";
import { aheadOf } from "#lib/leads/ahead-of.ts";
import type { MessageKind } from "#lib/leads/channels.ts";
import { monthFigures } from "#lib/leads/count/month-figures.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import type { StoreDesk } from "#lib/leads/lead-desk.ts";
import { likeliestFirst } from "#lib/leads/outbox/likeliest-first.ts";
import { type ClaimedMessage, recordAttempt, renewLease } from "#lib/leads/outbox/outbox.ts";
import { countOf } from "#lib/leads/store/count-of.ts";
import { type LeadRecord, leadRecord } from "#lib/leads/store/lead-record.ts";
import { findWebhook, notListed } from "#lib/leads/webhook-target.ts";
import { minuteAndPlace } from "#lib/leads/zoned-time.ts";
import type { DeliveryOutcome } from "#lib/mail/delivery-outcome.ts";
import { siteSlug } from "#lib/mail/find-mail-tiles.ts";
import type { Mail, MailAddress, MailPicture } from "#lib/mail/mail.ts";
import type { Mailer } from "#lib/mail/smtp-mailer.ts";
import { callNotice } from "./call-notice.ts";
import { decisionInChat, leadInChat } from "./chat-message.ts";
import { sendConversion } from "./conversion.ts";
import { heldDigest } from "./held-digest.ts";
import { leadDecisionSchema, leadEvent } from "./lead-event.ts";
import { leadNotice } from "./lead-notice.ts";
import { leadReceipt } from "./lead-receipt.ts";
import { monthlyReport } from "./monthly-report.ts";
import { proofNotice } from "./proof-notice.ts";
import { siteMail } from "./site-mail.ts";
import { takesReplyTo } from "./takes-reply-to.ts";
import { unreachableNotice } from "./unreachable-notice.ts";
import { type News, sendWebhook } from "./webhook.ts";

/** The outside world of delivery. */
export type DeliveryDesk = StoreDesk & {
  mailer: Mailer;
  from: MailAddress;
  /** The pattern of a slug. Undefined is fine: no mail waits for its picture. */
  findPicture(slug: string): MailPicture | undefined;
  /** Whether it is certain that an address takes none. */
  takesNoMail(address: string): Promise<boolean>;
};

const renewEveryMs = 20_000;
const firstReplyMs = 60_000;
/** After which an alarm says when it was written. */
const longMs = 10 * 60_000;

const deliveries = new Counter({
  name: "site_deliveries_total",
  help: "Attempts to deliver a message, by what it is and how it ended: sent, or why not.",
  labelNames: ["kind", "outcome"],
});

/** One conversation with the mail server, from the claim to the record of how it ended, which it gives. Never rejects. */
export async function deliverMessage(
  message: ClaimedMessage,
  desk: DeliveryDesk,
  signal: AbortSignal,
): Promise<DeliveryOutcome | undefined> {
  const renewal = setInterval(() => {
    renewLease(message, desk).catch((cause) => desk.report(`lease of ${message.id} not renewed`, errorCode(cause)));
  }, renewEveryMs);
  const start = performance.now();
  try {
    const outcome = await converse(message, desk, signal);
    if (outcome.class !== "sent") await logFailure(message, outcome, desk);
    const isOurs = await recordAttempt(message, outcome, Math.round(performance.now() - start), desk);
    deliveries.inc({ kind: message.kind, outcome: outcome.class });
    if (!isOurs) desk.report(`lease of ${message.id} was lost`, outcome.reply);
    return outcome;
  } catch (cause) {
    // The lease runs out, and the message is then treated like one of a process that died.
    desk.report(`outcome of ${message.id} not recorded`, errorCode(cause));
    return undefined;
  } finally {
    clearInterval(renewal);
  }
}

/** A server's own words may quote what it was sent: those are in `show`, and here what they come to. */
async function logFailure({ lead_id, kind }: ClaimedMessage, outcome: DeliveryOutcome, { store, note }: DeliveryDesk) {
  const { class: result, code, reply } = outcome;
  const lead = await store.db.selectFrom("lead").select("ref").where("id", "=", lead_id).executeTakeFirst();
  const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(reply)?.[0];
  const words = code === null || result === "configuration" ? reply : [code, enhanced].filter(Boolean).join(" ");
  note("warning", "message not delivered", { ref: lead?.ref, reason: `${kind}, ${result}: ${words}` });
}

async function converse(message: ClaimedMessage, desk: DeliveryDesk, signal: AbortSignal): Promise<DeliveryOutcome> {
  try {
    return await send[message.kind](message, desk, signal);
  } catch (cause) {
    // Neither of them throws for trouble of the conversation: the message could not be made.
    desk.report(`message ${message.id} not composed`, errorCode(cause));
    return { class: "transient", code: null, reply: "not composed" };
  }
}

type Send = (message: ClaimedMessage, desk: DeliveryDesk, signal: AbortSignal) => Promise<DeliveryOutcome>;

/** What each kind says, and to whom it says it. */
const send: Record<MessageKind, Send> = {
  notify: asMail(async (message, desk) => {
    const lead = await leadOf(message, desk);
    return lead.status === "proof"
      ? proofNotice(lead, desk.teamTimeZone)
      : leadNotice(lead, {
          ...desk,
          mail: message,
          picture: pictureOf(lead, desk),
          earlier: lead.amends ? await earlierOf(message, desk) : undefined,
        });
  }),
  unreachable: asMail(async (message, desk) => {
    const { last_reply } = await receiptOf(message, desk);
    return unreachableNotice(await leadOf(message, desk), { ...desk, mail: message, reply: last_reply ?? "" });
  }),
  call: asMail(async (message, desk) => callNotice(await leadOf(message, desk), { ...desk, mail: message })),
  receipt: async (message, desk, signal) =>
    (await desk.takesNoMail(message.recipient))
      ? { class: "permanent", code: null, reply: "nothing takes mail for its domain" }
      : sendReceipt(message, desk, signal),
  webhook: tellWebhook,
  conversion: countConversion,
  history: tellOfEvent,
  alarm: asMail(alarmMail),
  decided: asMail(writtenBefore),
  collected: asMail(digestOf),
  digest: asMail(digestOf),
  reconciliation: asMail(writtenBefore),
  report: asMail(reportOf),
  published: asMail(writtenBefore),
};

const sendReceipt = asMail(async (message, desk) => {
  const lead = await leadOf(message, desk);
  const leaveAt = desk.writeTo ?? desk.from.address;
  return leadReceipt(lead, { ...desk, mail: message, leaveAt }, pictureOf(lead, desk));
});

type Content = Omit<Mail, "messageId" | "from" | "to">;

function asMail(compose: (message: ClaimedMessage, desk: DeliveryDesk) => Promise<Content>): Send {
  return async (message, desk, signal) => {
    const envelope = { messageId: message.message_id, from: desk.from, to: message.recipient };
    // A server that lost this conversation is soon asked anew; one that takes its time has it at the second attempt.
    const replyMs = message.attempts > 1 ? undefined : firstReplyMs;
    const content = inSafeForm(await compose(message, desk), message);
    const headers = { ...content.headers, ...(await threadOf(message, desk)) };
    return desk.mailer.send({ ...content, headers, ...envelope }, signal, replyMs);
  };
}

/**
 * All mails about a lead, to whomever, follow one that never was, and so are one thread for whoever has several (RFC 5256,
 * REFERENCES). What amends a lead answers the first mail about it that the same person has, and a call that is asked for the notice.
 */
async function threadOf(
  { lead_id, kind, recipient, message_id, content }: ClaimedMessage,
  { store }: DeliveryDesk,
): Promise<Record<string, string>> {
  const about = lead_id ?? (content ? JSON.parse(content).thread : undefined);
  if (!about) return {};
  const lead = await store.db.selectFrom("lead").select(["id", "amends"]).where("id", "=", about).executeTakeFirst();
  if (!lead) return {};
  const first = lead.amends ?? lead.id;
  const root = `<${first}${message_id.slice(message_id.indexOf("@"))}`;
  const answered = kind === "call" ? "notify" : lead.amends ? kind : undefined;
  if (!answered) return { References: root };
  const earlier = await store.db
    .selectFrom("outbox")
    .select("message_id")
    .where("lead_id", "=", first)
    .where("kind", "=", answered)
    .where("recipient", "=", recipient)
    // Or under way: whoever presses at once asks for a call before the notice has arrived.
    .where("state", "in", ["sent", "leased"])
    .executeTakeFirst();
  if (!earlier) return { References: root };
  return { References: `${root} ${earlier.message_id}`, "In-Reply-To": earlier.message_id };
}

/** When it was queued: what it says is true of then. */
async function writtenBefore(message: ClaimedMessage): Promise<Content> {
  return siteMail(contentOf(message));
}

/** One about the mail server itself goes out once that is mended. */
async function alarmMail(message: ClaimedMessage, { teamTimeZone, now }: DeliveryDesk): Promise<Content> {
  const { subject, text } = contentOf(message);
  const { queued_at } = message;
  const hasWaited = now().getTime() - Date.parse(queued_at) > longMs;
  const opening = hasWaited ? `${fill(alarm.waited, { at: minuteAndPlace(teamTimeZone, queued_at) })}\n\n` : "";
  return siteMail({ subject, text: opening + text });
}

function contentOf({ id, content }: ClaimedMessage): Pick<Mail, "subject" | "text"> {
  if (!content) throw new Error(`${id} has no content`);
  return JSON.parse(content);
}

function pictureOf({ fields }: LeadRecord, { findPicture }: DeliveryDesk): MailPicture | undefined {
  return findPicture(fields.service ?? siteSlug) ?? findPicture(siteSlug);
}

/** Once the whole was refused, what a filter has least to object to: its text, which says what is left out. */
function inSafeForm(whole: Content, { safe_form }: ClaimedMessage): Content {
  if (!safe_form) return whole;
  const { replyTo, ...mail } = whole;
  const isPlain = replyTo !== undefined && takesReplyTo(replyTo.address);
  return { ...mail, ...(isPlain && { replyTo }), html: undefined, picture: undefined, attachment: undefined };
}

/** What was decided since is not in it, and what a later mail names again is in both. */
async function digestOf(mail: ClaimedMessage, { store, teamTimeZone: zone, siteUrl, now }: DeliveryDesk) {
  const { kind, queued_at } = mail;
  const held = store.db.selectFrom("lead").where("status", "=", "quarantined");
  const named = await held
    .selectAll()
    .where("digest_at", kind === "digest" ? ">=" : "=", queued_at)
    // What a clock that was ahead has dated came before.
    .where(({ eb, or }) => or([eb("created_at", "<=", queued_at), eb("created_at", ">=", aheadOf(now()))]))
    .execute();
  const all = await countOf(held);
  return heldDigest(likeliestFirst(named).map(leadRecord), all - named.length, { mail, zone, siteUrl });
}

/** Made when it is sent, so that nothing of what links say, of somebody who was erased since, is kept with it. */
async function reportOf({ content }: ClaimedMessage, { store, teamTimeZone }: DeliveryDesk) {
  const { month } = JSON.parse(content ?? "");
  return monthlyReport(await monthFigures(month, store, teamTimeZone), teamTimeZone);
}

async function tellWebhook(message: ClaimedMessage, desk: DeliveryDesk, signal: AbortSignal): Promise<DeliveryOutcome> {
  const lead = await leadOf(message, desk);
  return tell({ event: leadEvent(lead), said: leadInChat(lead) }, message, desk, signal);
}

/** What became of a lead that the program was told of. */
async function tellOfEvent(message: ClaimedMessage, desk: DeliveryDesk, signal: AbortSignal) {
  const event = leadDecisionSchema.parse(JSON.parse(message.content ?? ""));
  return tell({ event, said: decisionInChat(event) }, message, desk, signal);
}

/** An address that was taken off the list may have been so by mistake: for 72 hours it is told once it is back. */
async function tell(
  news: News,
  { id, recipient }: ClaimedMessage,
  { webhooks }: DeliveryDesk,
  signal: AbortSignal,
): Promise<DeliveryOutcome> {
  const target = findWebhook(recipient, webhooks);
  if (!target) return { class: "transient", code: null, reply: notListed };
  return sendWebhook(id, news, target, signal);
}

async function countConversion(message: ClaimedMessage, desk: DeliveryDesk, signal: AbortSignal) {
  const { plausibleUrl, siteUrl } = desk;
  if (!plausibleUrl) return { class: "permanent", code: null, reply: "no PLAUSIBLE_URL" } as const;
  return sendConversion(await leadOf(message, desk), plausibleUrl, siteUrl, signal);
}

function receiptOf({ lead_id }: ClaimedMessage, { store }: DeliveryDesk) {
  return store.db
    .selectFrom("outbox")
    .select("last_reply")
    .where("lead_id", "=", lead_id)
    .where("kind", "=", "receipt")
    .executeTakeFirstOrThrow();
}

/** What the same person sent from the same form before; nothing where that was erased. */
async function earlierOf({ lead_id }: ClaimedMessage, { store }: DeliveryDesk) {
  const earlier = await store.db
    .selectFrom("lead as one")
    .innerJoin("lead as amended", (join) =>
      join.on(({ eb, or }) =>
        or([eb("one.amends", "=", eb.ref("amended.id")), eb("one.amends", "=", eb.ref("amended.amends"))]),
      ),
    )
    .selectAll("amended")
    .where("one.id", "=", lead_id)
    .whereRef("amended.id", "!=", "one.id")
    .whereRef("amended.created_at", "<=", "one.created_at")
    .where("amended.status", "!=", "erased")
    .orderBy("amended.created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return earlier && leadRecord(earlier);
}

async function leadOf(message: ClaimedMessage, { store }: DeliveryDesk) {
  return leadRecord(
    await store.db.selectFrom("lead").selectAll().where("id", "=", message.lead_id).executeTakeFirstOrThrow(),
  );
}
