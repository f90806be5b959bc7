import type { LeadStore } from "#lib/leads/store/lead-store.ts";

/** Before its first lead, which with DAILY_PROOF comes within a day, nothing tells whether the site was there. */
export async function hasLeadBefore(time: string, { db }: Pick<LeadStore, "db">): Promise<boolean> {
  const lead = await db.selectFrom("lead").select("id").where("created_at", "<", time).limit(1).executeTakeFirst();
  return lead !== undefined;
}
