import type { Insertable, Kysely } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

export type ViewRow = Insertable<LeadDatabase["view_count"]>;

/** Of each statement: both stores bound how many values one has. */
const atOnce = 500;

/** All or none. Other processes may count the same, so what is there is added to. */
export async function addViews(db: Kysely<LeadDatabase>, rows: ViewRow[]): Promise<void> {
  // In one order: of two processes that lock the same rows in another, PostgreSQL ends one.
  const sorted = rows.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  await db.transaction().execute(async (tx) => {
    for (let from = 0; from < sorted.length; from += atOnce) {
      await tx
        .insertInto("view_count")
        .values(sorted.slice(from, from + atOnce))
        .onConflict((conflict) =>
          conflict.columns(["day", "path", "source", "campaign", "opened_from"]).doUpdateSet((eb) => ({
            views: eb("view_count.views", "+", eb.ref("excluded.views")),
            ahead: eb("view_count.ahead", "+", eb.ref("excluded.ahead")),
          })),
        )
        .execute();
    }
  });
}

function nameOf({ day, path, source, campaign, opened_from }: ViewRow): string {
  return JSON.stringify([day, path, source, campaign, opened_from]);
}
