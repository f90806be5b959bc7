import type { Kysely } from "kysely";
import { laterMonth } from "#lib/leads/later-month.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/** Two years, and the month that a year is compared with. */
const keptMonths = 25;

/** The oldest month alone, once a day: with a clock that is years ahead no more goes. */
export async function forgetOldViews(db: Kysely<LeadDatabase>, today: string): Promise<void> {
  const { first } = await db
    .selectFrom("view_count")
    .select(({ fn }) => fn.min<string | null>("day").as("first"))
    .executeTakeFirstOrThrow();
  if (first === null || monthOf(first) >= laterMonth(monthOf(today), -keptMonths)) return;
  await db
    .deleteFrom("view_count")
    .where("day", "<", `${laterMonth(monthOf(first), 1)}-01`)
    .execute();
}

function monthOf(day: string): string {
  return day.slice(0, "2026-11".length);
}
