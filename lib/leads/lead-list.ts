import type { MessageState } from "./lead-database.ts";
import { leadRecord } from "./lead-record.ts";
import type { LeadStore } from "./lead-store.ts";

const columns = ["REF", "RECEIVED (UTC)", "FORM", "STATUS", "SERVICE", "COUNTRY", "LANGUAGE", "DELIVERY"];

/** A table for the terminal, the newest lead first. It names nobody. */
export async function leadList({ db }: LeadStore): Promise<string[]> {
  const leads = await db
    .selectFrom("lead")
    .selectAll()
    .where("status", "!=", "proof")
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  if (leads.length === 0) return ["No leads yet.\n"];

  const deliveries = await deliveriesByLead({ db });
  const rows = leads.map((lead) => {
    const { ref, receivedAt, form, status, fields, locale } = leadRecord(lead);
    const received = receivedAt.slice(0, "2026-11-21T23:34".length).replace("T", " ");
    const { service = "-", country = "-" } = fields;
    return [ref, received, form, status, service, country, locale, deliveries.get(lead.id) ?? "-"];
  });

  const widths = columns.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [columns, ...rows].map(
    (row) =>
      `${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd()}\n`,
  );
}

/** For each lead, how many of its messages are in which state: `1 sent, 2 pending`. */
async function deliveriesByLead({ db }: Pick<LeadStore, "db">): Promise<Map<string, string>> {
  const states = await db
    .selectFrom("outbox")
    .select(({ fn }) => ["lead_id", "state", fn.countAll<number>().as("messages")])
    .where("lead_id", "is not", null)
    .groupBy(["lead_id", "state"])
    .orderBy("state", "desc")
    .$narrowType<{ lead_id: string }>()
    .execute();
  const byLead = Map.groupBy(states, ({ lead_id }) => lead_id);
  return new Map(
    Array.from(byLead, ([lead, counts]) => [
      lead,
      counts.map(({ state, messages }) => `${messages} ${inWords(state)}`).join(", "),
    ]),
  );
}

function inWords(state: MessageState): string {
  return state === "leased" ? "being sent" : state;
}
