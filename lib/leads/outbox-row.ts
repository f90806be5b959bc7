import { randomUUID } from "node:crypto";
import type { Insertable } from "kysely";
import type { MessageKind, OutboxTable } from "./lead-database.ts";

type Addressed = {
  lead: { id: string; ref: string };
  kind: MessageKind;
  recipient: string;
  siteUrl: string;
  at: string;
};

/** A message to one recipient, due at once. Its Message-ID stays the same for every attempt. */
export function outboxRow({ lead, kind, recipient, siteUrl, at }: Addressed): Insertable<OutboxTable> {
  const id = randomUUID();
  return {
    id,
    lead_id: lead.id,
    kind,
    recipient,
    message_id: `<${lead.ref}.${kind}.${id.slice(0, 8)}@${new URL(siteUrl).hostname}>`,
    next_at: at,
  };
}
