import { sha256 } from "./sha256.ts";

/** What takes a message of its own form in place of the event. */
export type Chat = "slack" | "teams";

/** A program that is told of leads. */
export type WebhookTarget = {
  /** What it is called in the outbox and for people. Its address is a secret. */
  name: string;
  url: string;
  /** Undefined: a program, which gets the event, signed. */
  chat: Chat | undefined;
  /** As Standard Webhooks writes them: `whsec_` and 24 to 64 bytes in base64. The receiver knows one of them at least. */
  secrets: string[];
  /** A receiver inside our own network. */
  mayBePrivate: boolean;
};

export function webhookTarget(
  url: string,
  { secrets, mayBePrivate }: Pick<WebhookTarget, "secrets" | "mayBePrivate">,
): WebhookTarget {
  return { name: nameOf(new URL(url)), url, chat: chatAt(url), secrets, mayBePrivate };
}

/** Stays the same wherever on the list it stands. The beginning of a hash tells two channels of one chat apart. */
function nameOf({ host, href }: URL): string {
  return `${host}#${sha256(href).slice(0, 8)}`;
}

/**
 * The chat that an address belongs to. Slack: docs.slack.dev/messaging/sending-messages-using-incoming-webhooks. Teams: its
 * Workflows (learn.microsoft.com, "Changes to HTTP or Teams webhook trigger flows", moved them to powerplatform.com in
 * 2025), and the connectors before them.
 */
export function chatAt(url: string): Chat | undefined {
  const host = URL.parse(url)?.hostname ?? "";
  if (/^hooks\.slack(-gov)?\.com$/.test(host)) return "slack";
  if (/\.(logic\.azure|powerplatform|webhook\.office)\.com$/.test(host)) return "teams";
  return undefined;
}

/** Why a program is not told that was. */
export const notListed = "not in LEAD_WEBHOOK_URL";

/** Undefined when it was taken off the list. What was queued while one address could be set has the name of its kind. */
export function findWebhook(recipient: string, webhooks: readonly WebhookTarget[]): WebhookTarget | undefined {
  if (recipient === "webhook" || recipient === "history") return webhooks[0];
  return webhooks.find(({ name }) => name === recipient);
}
