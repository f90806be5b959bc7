import { alignedTable } from "#lib/aligned-table.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import { undeliveredLeads } from "#lib/leads/outbox/undelivered-leads.ts";
import type { LeadStatus, MessageState } from "#lib/leads/store/lead-database.ts";
import { storedLead } from "#lib/leads/store/lead-record.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { minuteIn, placeOf } from "#lib/leads/zoned-time.ts";

export type LeadFilter = {
  status?: LeadStatus | undefined;
  form?: FormName | undefined;
  service?: string | undefined;
  country?: string | undefined;
  /** The first moment that counts. */
  since?: string | undefined;
  /** The first moment that counts no more. */
  before?: string | undefined;
  held?: boolean | undefined;
  undelivered?: boolean | undefined;
};

const columns = (zone: string) => [
  "REF",
  `RECEIVED (${placeOf(zone)})`,
  "FORM",
  "STATUS",
  "SERVICE",
  "COUNTRY",
  "LANGUAGE",
  "DELIVERY",
];

export const noLeadFits = "No lead fits.\n";

/** A table for the terminal, the newest lead first. It names nobody. */
export async function leadList({ db }: LeadStore, zone: string, filter: LeadFilter = {}): Promise<string[]> {
  const { status, form, service, country, since, before, held, undelivered } = filter;
  const rows = await db
    .selectFrom("lead")
    .selectAll()
    .where("status", "!=", "proof")
    .$if(status !== undefined, (query) => query.where("status", "=", status ?? "new"))
    .$if(held === true, (query) => query.where("status", "=", "quarantined"))
    .$if(form !== undefined, (query) => query.where("form", "=", form ?? "contact"))
    .$if(since !== undefined, (query) => query.where("created_at", ">=", since ?? ""))
    .$if(before !== undefined, (query) => query.where("created_at", "<", before ?? ""))
    .$if(undelivered === true, (query) => query.where("id", "in", undeliveredLeads(db)))
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  const deliveries = await deliveriesByLead({ db });
  const cells = rows.flatMap((row) => {
    const { ref, receivedAt, form, status, fields, locale } = storedLead(row);
    if ((service ?? fields.service) !== fields.service || (country ?? fields.country) !== fields.country) return [];
    return [
      [
        ref,
        minuteIn(zone, receivedAt),
        form,
        status,
        fields.service ?? "-",
        fields.country ?? "-",
        locale,
        deliveries.get(row.id) ?? "-",
      ],
    ];
  });
  if (cells.length > 0) return [`${alignedTable([columns(zone), ...cells])}\n`];
  return Object.values(filter).some((part) => part !== undefined) ? [noLeadFits] : ["No leads yet.\n"];
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
