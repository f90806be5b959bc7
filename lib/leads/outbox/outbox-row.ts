import { randomBytes, randomUUID } from "node:crypto";
import type { Insertable } from "kysely";
import { channels, type MessageKind } from "#lib/leads/channels.ts";
import type { OutboxTable } from "#lib/leads/store/lead-database.ts";

type Addressed = {
  kind: MessageKind;
  recipient: string;
  at: string;
  /** What it is about; a message that is about no lead brings its content. */
  lead?: { id: string; ref: string };
  content?: object;
};

/**
 * A message to one recipient, due at once. Its Message-ID gets the domain of MAIL_FROM when it is first claimed, for that
 * may not be set before, and stays the same for every attempt.
 */
export function outboxRow({ lead, kind, recipient, at, content }: Addressed): Insertable<OutboxTable> {
  const id = randomUUID();
  const name = [lead?.ref, kind, id.slice(0, 8)].filter(Boolean).join(".");
  return {
    id,
    lead_id: lead?.id ?? null,
    kind,
    recipient,
    message_id: `<${name}@>`,
    link_key: channels[kind].by === "mail" ? randomBytes(24).toString("base64url") : null,
    content: content ? JSON.stringify(content) : null,
    queued_at: at,
    next_at: at,
  };
}
