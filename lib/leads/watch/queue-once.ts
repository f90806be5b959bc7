import type { MessageKind } from "#lib/leads/channels.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { outboxRow } from "#lib/leads/outbox/outbox-row.ts";

type Named = {
  kind: MessageKind;
  /** What it is about, such as a day: with the recipient, the name of its row. */
  about: string;
  recipients: string[];
  /** Undefined where nothing is to be said. Asked for only while somebody has not got it. */
  compose(): Promise<object | undefined>;
};

/** Of several workers, and after a restart or with a clock that was put back, one finds the name of the row free. */
export async function queueOnce(
  { kind, about, recipients, compose }: Named,
  { store: { db }, now }: Pick<LeadDesk, "store" | "now">,
): Promise<void> {
  const idOf = (recipient: string) => `${kind}-${about}-${recipient}`;
  const known = await db.selectFrom("outbox").select("id").where("id", "in", recipients.map(idOf)).execute();
  if (known.length === recipients.length) return;
  const content = await compose();
  if (!content) return;
  const at = now().toISOString();
  await db
    .insertInto("outbox")
    .values(recipients.map((recipient) => ({ ...outboxRow({ kind, recipient, at, content }), id: idOf(recipient) })))
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}
