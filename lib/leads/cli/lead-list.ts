import { alignedTable } from "#lib/aligned-table.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import { undeliveredLeads } from "#lib/leads/outbox/undelivered-leads.ts";
import { isHeld } from "#lib/leads/store/is-held.ts";
import type { LeadRow, LeadStatus, MessageState } from "#lib/leads/store/lead-database.ts";
import { storedLead } from "#lib/leads/store/lead-record.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { textIn } from "#lib/leads/store/text-in.ts";
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

/** More than anybody reads in a terminal. */
export const mostListed = 5_000;

const olderLeftOut = `The newest ${mostListed.toLocaleString("en-US")}; there are older ones. Name a time with --since and --until, or send all to a file or a program, as with | less.\n`;

/**
 * A table, the newest lead first: of the newest alone, or, with `isWhole`, of all that fit, in parts one below the other. It names nobody.
 */
export async function leadList(
  store: LeadStore,
  zone: string,
  filter: LeadFilter = {},
  { isWhole = false } = {},
): Promise<string[]> {
  const parts: string[] = [];
  let last: LeadRow | undefined;
  do {
    const rows = await rowsAfter(last, filter, store);
    const listed = rows.slice(0, mostListed);
    if (listed.length > 0) parts.push(await part(listed, { store, zone, isFirst: last === undefined }));
    last = rows.length > mostListed ? listed.at(-1) : undefined;
  } while (last && isWhole);
  if (last) parts.push(olderLeftOut);
  if (parts.length > 0) return parts;
  return Object.values(filter).some((each) => each !== undefined) ? [noLeadFits] : ["No leads yet.\n"];
}

/** One more than is listed at once. */
function rowsAfter(last: LeadRow | undefined, filter: LeadFilter, { db, kind }: LeadStore): Promise<LeadRow[]> {
  const { status, form, service, country, since, before, held, undelivered } = filter;
  return db
    .selectFrom("lead")
    .selectAll()
    .where("status", "!=", "proof")
    .$if(status !== undefined, (query) => query.where("status", "=", status ?? "new"))
    .$if(held === true, (query) => query.where(isHeld))
    .$if(form !== undefined, (query) => query.where("form", "=", form ?? "contact"))
    .$if(since !== undefined, (query) => query.where("created_at", ">=", since ?? ""))
    .$if(before !== undefined, (query) => query.where("created_at", "<", before ?? ""))
    .$if(undelivered === true, (query) => query.where("id", "in", undeliveredLeads(db)))
    .$if(service !== undefined, (query) => query.where(textIn("payload", ["service"], kind), "=", service ?? ""))
    .$if(country !== undefined, (query) => query.where(textIn("payload", ["country"], kind), "=", country ?? ""))
    .$if(last !== undefined, (query) =>
      query
        .where("created_at", "<=", last?.created_at ?? "")
        .where(({ or, eb }) => or([eb("created_at", "<", last?.created_at ?? ""), eb("id", ">", last?.id ?? "")])),
    )
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(mostListed + 1)
    .execute();
}

async function part(
  rows: LeadRow[],
  { store, zone, isFirst }: { store: LeadStore; zone: string; isFirst: boolean },
): Promise<string> {
  const deliveries = await deliveriesOf(
    rows.map(({ id }) => id),
    store,
  );
  const cells = rows.map((row) => {
    const { ref, receivedAt, form, status, fields, locale } = storedLead(row);
    return [
      ref,
      minuteIn(zone, receivedAt),
      form,
      status,
      fields.service ?? "-",
      fields.country ?? "-",
      locale,
      deliveries.get(row.id) ?? "-",
    ];
  });
  const table = alignedTable([columns(zone), ...cells]);
  return `${isFirst ? table : table.slice(table.indexOf("\n") + 1)}\n`;
}

/** For each lead, how many of its messages are in which state: `1 sent, 2 pending`. */
async function deliveriesOf(leads: string[], { db }: Pick<LeadStore, "db">): Promise<Map<string, string>> {
  const states = await db
    .selectFrom("outbox")
    .select(({ fn }) => ["lead_id", "state", fn.countAll<number>().as("messages")])
    .where("lead_id", "in", leads)
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
