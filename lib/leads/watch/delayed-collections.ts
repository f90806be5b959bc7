import type { Kysely } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { delayedOutside } from "./delayed-outside.ts";

/**
 * The oldest lead of a flood that a mail names which has waited for too long, and that no other mail has told of: such leads have
 * none of their own. Nothing where a later list of the same has arrived.
 */
export function delayedCollections(db: Kysely<LeadDatabase>, now: Date) {
  const { before, ahead } = delayedOutside(now);
  return db
    .selectFrom("outbox as mail")
    .innerJoin("lead", (join) =>
      join
        .onRef("lead.digest_at", ">=", "mail.queued_at")
        .onRef("lead.created_at", "<=", "mail.queued_at")
        .on("lead.status", "=", "quarantined"),
    )
    .select(["lead.ref", "mail.queued_at", "mail.last_reply"])
    .where("mail.kind", "=", "collected")
    .where("mail.state", "in", ["pending", "leased"])
    .where(({ or, eb }) => or([eb("mail.queued_at", "<=", before), eb("mail.queued_at", ">=", ahead)]))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("outbox as own").select("own.id").whereRef("own.lead_id", "=", "lead.id"))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("outbox as later")
            .select("later.id")
            .where("later.kind", "in", ["collected", "digest"])
            .where("later.state", "=", "sent")
            .whereRef("later.queued_at", ">=", "mail.queued_at"),
        ),
      ),
    )
    .orderBy("lead.created_at")
    .limit(1)
    .execute();
}
