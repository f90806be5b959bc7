import type { LeadStore } from "#lib/leads/store/lead-store.ts";

/** What was agreed to with a lead, with its sentence. */
export function consentsOf(leadId: string, { db }: Pick<LeadStore, "db">) {
  return db
    .selectFrom("consent")
    .innerJoin("consent_text", "consent_text.hash", "consent.text_hash")
    .select(["given_at", "version", "locale", "page", "sentence"])
    .where("lead_id", "=", leadId)
    .orderBy("given_at")
    .execute();
}
