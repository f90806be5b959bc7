import { createHmac } from "node:crypto";
import type { DeliveryOutcome } from "#lib/mail/delivery-outcome.ts";
import type { LeadEvent } from "./lead-event.ts";
import { postJson } from "./post-json.ts";

export type WebhookTarget = {
  url: string;
  /** As Standard Webhooks writes it: `whsec_` and 24 to 64 bytes in base64. */
  secret: string;
  /** A receiver inside our own network. */
  mayBePrivate: boolean;
};

/**
 * Tells another program of a lead, signed as https://www.standardwebhooks.com has it. The id stays the same for every
 * attempt, so that the receiver knows a copy. Redirects are not followed: nobody else is told.
 */
export async function sendWebhook(
  id: string,
  event: LeadEvent,
  { url, secret, mayBePrivate }: WebhookTarget,
  signal: AbortSignal,
): Promise<DeliveryOutcome> {
  const body = JSON.stringify(event);
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature(`${id}.${timestamp}.${body}`, secret)}`,
  };
  return postJson({ url, headers, body, mayBePrivate }, signal);
}

function signature(content: string, secret: string): string {
  return createHmac("sha256", Buffer.from(secret.replace(/^whsec_/, ""), "base64"))
    .update(content)
    .digest("base64");
}
