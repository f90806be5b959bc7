import { storedLead } from "#lib/leads/store/lead-record.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { findText } from "./find-text.ts";

/** A visitor who writes meanwhile waits for so many at most. */
const atOnce = 200;

/** Writes down what leads are found by that an earlier release stored, some at a time. */
export async function writeFindTexts({ db }: Pick<LeadStore, "db">): Promise<void> {
  const rows = await db.selectFrom("lead").selectAll().where("find_text", "is", null).limit(atOnce).execute();
  if (rows.length === 0) return;
  await db.transaction().execute(async (tx) => {
    for (const row of rows) {
      const isSought = row.status !== "erased" && row.status !== "proof";
      await tx
        .updateTable("lead")
        .set({ find_text: isSought ? findText(storedLead(row).fields) : "" })
        .where("id", "=", row.id)
        // Not of what was erased since it was read.
        .where("find_text", "is", null)
        .execute();
    }
  });
}
