import type { SelectQueryBuilder } from "kysely";
import type { LeadDatabase } from "./lead-database.ts";

export async function countOf(leads: SelectQueryBuilder<LeadDatabase, "lead", object>): Promise<number> {
  const { count } = await leads.select(({ fn }) => fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
  return count;
}
