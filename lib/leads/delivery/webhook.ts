import { createHmac } from "node:crypto";
import type { Chat, WebhookTarget } from "#lib/leads/webhook-target.ts";
import type { DeliveryOutcome } from "#lib/mail/delivery-outcome.ts";
import type { ChatMessage } from "./chat-message.ts";
import type { LeadEvent } from "./lead-event.ts";
import { postJson } from "./post-json.ts";
import { slackPayload } from "./slack-payload.ts";
import { teamsPayload } from "./teams-payload.ts";

/** The same for programs and for people. */
export type News = { event: LeadEvent; said: ChatMessage };

const chatPayloads: Record<Chat, (said: ChatMessage) => object> = { slack: slackPayload, teams: teamsPayload };

/** Tells one program of a lead, or of what became of it. Redirects are not followed: nobody else is told. */
export async function sendWebhook(
  id: string,
  { event, said }: News,
  { url, chat, secrets, mayBePrivate }: WebhookTarget,
  signal: AbortSignal,
): Promise<DeliveryOutcome> {
  const body = JSON.stringify(chat ? chatPayloads[chat](said) : event);
  const headers = chat ? {} : signed(id, body, secrets);
  return postJson({ url, headers, body, mayBePrivate }, signal);
}

/**
 * As https://www.standardwebhooks.com has it: one signature for each secret, so that a receiver may know the old one or
 * the new. The id stays the same for every attempt, so that it knows a copy.
 */
function signed(id: string, body: string, secrets: string[]) {
  const timestamp = Math.floor(Date.now() / 1000);
  const content = `${id}.${timestamp}.${body}`;
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": secrets.map((secret) => `v1,${signature(content, secret)}`).join(" "),
  };
}

function signature(content: string, secret: string): string {
  return createHmac("sha256", Buffer.from(secret.replace(/^whsec_/, ""), "base64"))
    .update(content)
    .digest("base64");
}
