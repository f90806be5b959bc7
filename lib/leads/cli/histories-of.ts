import type { LeadStore } from "#lib/leads/store/lead-store.ts";

/** Who decided what and when, of each lead by its id: a line each, the first first. */
export async function historiesOf({ db }: Pick<LeadStore, "db">, ...leads: string[]): Promise<Map<string, string[]>> {
  const events = await db
    .selectFrom("history")
    .selectAll()
    .$if(leads.length > 0, (query) => query.where("lead_id", "in", leads))
    .orderBy("at")
    .execute();
  const byLead = Map.groupBy(events, ({ lead_id }) => lead_id);
  return new Map(
    Array.from(byLead, ([lead, its]) => [
      lead,
      its.map(({ at, what, who }) => `${at}  ${what === "shown-as" ? "shown to its sender as" : `${what} by`} ${who}`),
    ]),
  );
}
