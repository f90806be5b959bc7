import { sql, type Transaction } from "kysely";
import { kindsThat } from "#lib/leads/channels.ts";
import { recordEvent } from "#lib/leads/decide/record-event.ts";
import type { LeadFields } from "#lib/leads/form/check-form.ts";
import { fieldOf, leadFieldNames } from "#lib/leads/form/fields.ts";
import type { LeadDatabase, LeadRow } from "#lib/leads/store/lead-database.ts";
import { storedLead } from "#lib/leads/store/lead-record.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { wipeNote } from "./wipe-erased.ts";

type Chosen = LeadRow[];

/**
 * Makes tombstones of leads, in one transaction: what is left counts and says nothing of the person. Whatever was to be
 * delivered is cancelled, also under the hands of a worker: the lease it holds is worth nothing any more. Their texts may stand in the
 * files until `wipeErased`.
 */
export async function eraseLeads(
  { db, kind }: LeadStore,
  { at, who }: { at: string; who: string },
  choose: (tx: Transaction<LeadDatabase>) => Promise<Chosen>,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    // SQLite has one writer at a time. Here whoever is about to add a lead or a message ends first, and the next waits.
    if (kind === "postgres") await sql`LOCK TABLE lead, outbox IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
    const leads = await choose(tx);
    for (const lead of leads) await eraseLead(tx, lead, { at, who });
    // With them: a process that ends before the files are wiped leaves that to the next.
    if (leads.length > 0) await wipeNote.write(tx, at);
    return leads.length;
  });
}

async function eraseLead(tx: Transaction<LeadDatabase>, lead: LeadRow, { at, who }: { at: string; who: string }) {
  await tx
    .updateTable("lead")
    .set(tombstone(lead.id, storedLead(lead).fields, at))
    .where("id", "=", lead.id)
    .execute();

  // Before what waits is cancelled: a program may have been told of it by an attempt that is still under way.
  await recordEvent(tx, { lead, what: "erased", who, at });
  const messages = tx.updateTable("outbox").where("lead_id", "=", lead.id);
  await messages
    .set({ state: "cancelled", lease_token: null, lease_until: null })
    .where("state", "in", ["pending", "leased", "dead"])
    .execute();
  // Its recipient is the person.
  await messages
    .set({ recipient: "" })
    .where("kind", "in", kindsThat({ to: "visitor" }))
    .execute();
}

/** What remains says nothing of the person, and keeps the counts right. */
export function tombstone(id: string, fields: Partial<LeadFields>, at: string) {
  const kept = leadFieldNames.filter((name) => fieldOf(name).isKept);
  return {
    status: "erased",
    erased_at: at,
    payload: JSON.stringify(Object.fromEntries(kept.map((name) => [name, fields[name]]))),
    email: "",
    phone_e164: null,
    sender_code: null,
    form_key: null,
    text_print: null,
    find_text: "",
    token_hash: null,
    // Unique, and no more than the id.
    submission_key: `erased:${id}`,
    service_titles: null,
    attribution: "{}",
    call_at: null,
    call_zone: null,
    calls: 0,
  } as const;
}
