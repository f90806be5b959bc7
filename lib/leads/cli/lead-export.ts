import { attributionColumns, attributionFacts } from "#lib/leads/attribution/attribution-facts.ts";
import { leadFieldNames } from "#lib/leads/form/fields.ts";
import { storedLead } from "#lib/leads/store/lead-record.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { historiesOf } from "./histories-of.ts";
import type { Table } from "./table-file.ts";

const columns = [
  "ref",
  "received",
  "form",
  "language",
  "status",
  "amends",
  "spam_score",
  "page",
  ...leadFieldNames.flatMap((name) => (name === "phone" ? ([name, "phone_e164"] as const) : [name])),
  ...attributionColumns,
  "call",
  "history",
] as const;

type ExportedLead = Partial<Record<(typeof columns)[number], string>>;

/** Every lead, the oldest first. */
export function leadTable(store: LeadStore): Table {
  return { columns, records: oldestFirst(store) };
}

async function* oldestFirst({ db }: LeadStore): AsyncGenerator<ExportedLead> {
  // Asked for at once: on SQLite nothing else is answered while rows are still coming.
  const histories = await historiesOf({ db });
  for await (const row of db
    .selectFrom("lead")
    .selectAll()
    .where("status", "!=", "proof")
    .orderBy("created_at")
    .orderBy("id")
    .stream()) {
    const { ref, receivedAt, form, locale, status, amends, spam, page, fields, phoneE164, attribution, call } =
      storedLead(row);
    const history = histories.get(row.id)?.join("\n");
    yield {
      ref,
      received: receivedAt,
      form,
      language: locale,
      status,
      amends,
      spam_score: `${spam.score}`,
      page,
      ...fields,
      phone_e164: phoneE164,
      ...attributionFacts(attribution),
      ...(call && { call: call.at }),
      ...(history && { history }),
    };
  }
}
