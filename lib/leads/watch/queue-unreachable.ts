import type { StoreDesk } from "#lib/leads/lead-desk.ts";
import { outboxRow } from "#lib/leads/outbox/outbox-row.ts";
import { queueAnew } from "#lib/leads/outbox/queue-anew.ts";

/** News. Of a copy that was restored, or of a version before this, nothing old is told. */
const newsMs = 7 * 24 * 60 * 60_000;

/**
 * Tells everybody who has the notice of a lead that its receipt was refused for the address, once. Who has no notice yet is
 * told after it, so a mail server that refuses both tells of the notice first, by its alarm.
 */
export async function queueUnreachable({ store, now }: Pick<StoreDesk, "store" | "now">): Promise<void> {
  const at = now().toISOString();
  const untold = await store.db
    .selectFrom("outbox as receipt")
    .innerJoin("lead", "lead.id", "receipt.lead_id")
    .innerJoin("outbox as notice", "notice.lead_id", "lead.id")
    .select(["lead.id", "lead.ref", "notice.recipient"])
    // Of a lead that was erased or called spam they are cancelled.
    .where("receipt.state", "=", "dead")
    .where("receipt.kind", "=", "receipt")
    .where("receipt.last_class", "=", "permanent")
    .where("notice.kind", "=", "notify")
    .where("notice.state", "=", "sent")
    // Since it was refused: it may have waited for weeks before a mail server was configured.
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("attempt")
          .select("attempt.id")
          .whereRef("attempt.outbox_id", "=", "receipt.id")
          .where("attempt.at", ">", new Date(now().getTime() - newsMs).toISOString()),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("outbox as told")
            .select("told.id")
            .whereRef("told.lead_id", "=", "lead.id")
            .whereRef("told.recipient", "=", "notice.recipient")
            .where("told.kind", "=", "unreachable")
            // What was called spam in between, and is none, is told of after all.
            .where("told.state", "!=", "cancelled"),
        ),
      ),
    )
    .execute();
  if (untold.length === 0) return;
  const messages = untold.map(({ id, ref, recipient }) =>
    outboxRow({ kind: "unreachable", recipient, at, lead: { id, ref } }),
  );
  // Another worker may have been quicker.
  await store.db.transaction().execute((tx) => queueAnew(tx, messages, at));
}
