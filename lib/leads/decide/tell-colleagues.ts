import type { Transaction } from "kysely";
import { decided } from "#content/en/mail.ts";
import { fill } from "#lib/i18n/fill.ts";
import { outboxRow } from "#lib/leads/outbox/outbox-row.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import type { Decision, decisions } from "./decision.ts";

type Decided = {
  lead: { id: string; ref: string };
  what: (typeof decisions)[Decision];
  who: string;
  at: string;
};

/**
 * Whoever else has the notice, or waits for it since before, is told who does something about it. A mail to each, as all mails to the team are, because
 * one to all would be ambiguous where a server takes some of the recipients; so nobody sees from the notice who else has it.
 */
export async function tellColleagues(tx: Transaction<LeadDatabase>, { lead, what, who, at }: Decided): Promise<void> {
  const { ref, id } = lead;
  // Who gets the notice because it is called real needs no second mail of it.
  const before = what === "released" ? "<" : "<=";
  const has = await tx
    .selectFrom("outbox")
    .select("recipient")
    .distinct()
    // Somebody may have nothing of it but what amends it.
    .where("lead_id", "in", (eb) =>
      eb
        .selectFrom("lead")
        .select("lead.id")
        .where((either) => either.or([either("lead.id", "=", id), either("lead.amends", "=", id)])),
    )
    .where("kind", "=", "notify")
    .where("recipient", "not in", ["", who])
    .where(({ or, and, eb }) =>
      or([eb("state", "=", "sent"), and([eb("state", "in", ["pending", "leased"]), eb("queued_at", before, at)])]),
    )
    .execute();
  if (has.length === 0) return;
  const sentence = fill(decided[what], { who });
  const content = { subject: `[${ref}] ${sentence}`, text: `${sentence}.\n\n${decided.why}`, thread: id };
  await tx
    .insertInto("outbox")
    .values(has.map(({ recipient }) => outboxRow({ kind: "decided", recipient, at, content })))
    .execute();
}
