import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { SpooledLead } from "#lib/leads/intake/spool.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { tombstone } from "./erase-leads.ts";

/** A lead that never got into the store was thanked for, and counts. */
export async function buryUnstored(
  tx: Transaction<LeadDatabase>,
  spooled: SpooledLead[],
  at: string,
): Promise<string[]> {
  const ids: string[] = [];
  for (const { ref, at: created_at, submission, fields } of spooled) {
    const id = randomUUID();
    const { form, locale, page } = submission;
    await tx
      .insertInto("lead")
      .values({ id, ref, form, locale, page, created_at, amends: null, receipt_at: null, ...tombstone(id, fields, at) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    ids.push(id);
  }
  return ids;
}
