import { leadsOfPerson } from "#lib/leads/erase/leads-of-person.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { lookupAddress } from "#lib/leads/lookup-address.ts";
import { storedLead } from "#lib/leads/store/lead-record.ts";
import { consentsOf } from "./consents-of.ts";
import { historiesOf } from "./histories-of.ts";

/** What is kept of a person, to be handed to them: all that an erasure would remove. Undefined where nothing is. */
export async function personRecord(address: string, { store, spool }: Pick<LeadDesk, "store" | "spool">) {
  const email = lookupAddress(address);
  const rows = await leadsOfPerson(store.db, email).execute();
  const waiting = spool.of(email).leads;
  if (rows.length + waiting.length === 0) return undefined;
  const leads = [];
  for (const row of rows) {
    const { erasedAt: _, ...lead } = storedLead(row);
    leads.push({
      ...lead,
      consents: await consentsOf(row.id, store),
      mails: await mailsOf(row.id, store),
      history: (await historiesOf(store, row.id)).get(row.id) ?? [],
    });
  }
  return {
    address: email,
    leads,
    // Taken, and not yet in the store.
    waiting: waiting.map(({ ref, at, fields, submission: { form, locale, page, attribution } }) => {
      return { ref, receivedAt: at, form, locale, page, fields, attribution };
    }),
  };
}

function mailsOf(lead: string, { db }: LeadDesk["store"]) {
  return db
    .selectFrom("outbox")
    .select(["kind", "recipient", "state", "queued_at", "sent_at"])
    .where("lead_id", "=", lead)
    .orderBy("queued_at")
    .orderBy("kind")
    .execute();
}
