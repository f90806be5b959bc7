import type { Kysely } from "kysely";
import { kindsThat } from "#lib/leads/channels.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { dismissSighting, isSightedTrouble } from "#lib/leads/store/sightings.ts";
import { isRefused } from "./is-refused.ts";
import { refusedMessages } from "./refused-messages.ts";
import { decisionsUntaken, untakenDecisions } from "./untaken-decisions.ts";

/**
 * Ends an alarm by giving up what it is about: by its topic what was seen, or the mails to the team about no lead that were refused
 * for good (`alarms-unread`), or what became of leads and no program was told (`decisions-untaken`); by the reference of a lead, what was refused of that. Gives what was done, a line each: none
 * where there is nothing to give up.
 */
export async function dismiss(db: Kysely<LeadDatabase>, name: string): Promise<string[]> {
  if (isSightedTrouble(name)) {
    await dismissSighting(db, name);
    return [`${name}: forgotten, until it is seen again`];
  }
  const ref = name.replace(/^dead:/i, "").toUpperCase();
  return db.transaction().execute(async (tx) => {
    const refused = await refusedMessages(tx)
      .select(["outbox.id", "kind", "recipient", "last_reply"])
      .where((eb) =>
        name === "alarms-unread" ? eb("kind", "in", kindsThat({ about: "site" })) : eb("lead.ref", "=", ref),
      )
      .orderBy("kind")
      .orderBy("recipient")
      .execute();
    const decisions = await untakenDecisions(tx, name === decisionsUntaken ? undefined : ref);
    refused.push(...decisions.filter(isRefused));
    for (const { id } of refused)
      await tx
        .updateTable("outbox")
        .set({ state: "cancelled" })
        .where("id", "=", id)
        // A worker may have taken it since it was read.
        .where("state", "!=", "leased")
        .execute();
    return refused.map(({ kind, recipient, last_reply }) => `${kind} to ${recipient}: given up (${last_reply})`);
  });
}
