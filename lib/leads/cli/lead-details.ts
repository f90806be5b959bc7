import { attributionFacts } from "#lib/leads/attribution/attribution-facts.ts";
import { formSubject } from "#lib/leads/form/form-subject.ts";
import { untakenDecisions } from "#lib/leads/outbox/untaken-decisions.ts";
import type { LeadRow } from "#lib/leads/store/lead-database.ts";
import { leadKnownAs } from "#lib/leads/store/lead-known-as.ts";
import { storedLead } from "#lib/leads/store/lead-record.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { consentsOf } from "./consents-of.ts";
import { historiesOf } from "./histories-of.ts";

/** Everything that is known of one lead; undefined when there is none with this reference. */
export async function leadDetails(ref: string, { db }: LeadStore): Promise<string[] | undefined> {
  const row = await leadKnownAs(ref, db);
  if (!row) return undefined;

  const lead = storedLead(row);
  const { form, status, locale, page, receivedAt, erasedAt, fields, phoneE164, titles, amends, spam } = lead;
  const { message, ...facts } = fields;
  const origin = attributionFacts(lead.attribution);
  return [
    table({
      reference: row.ref,
      amends,
      "amended by": (await amendments(row.id, { db })).join(", ") || undefined,
      form,
      status,
      received: receivedAt,
      erased: erasedAt,
      language: locale,
      page,
      "call asked for": lead.call && [lead.call.at, lead.call.zone].filter(Boolean).join(", "),
      "spam score": [spam.score, ...spam.reasons].join(" "),
    }),
    "\n",
    table({
      ...facts,
      "phone (E.164)": phoneE164,
      [`${formSubject(form)?.field ?? "service"} title`]: titles?.[locale],
    }),
    message ? `\nmessage\n${indented(message)}` : "",
    ...(Object.keys(origin).length > 0 ? ["\nhow they found us\n", indented(table(origin).trimEnd())] : []),
    "\nconsent\n",
    ...(await consents(row.id, { db })),
    ...(await history(row.id, { db })),
    "\ndeliveries\n",
    ...(await deliveries(row, { db })),
  ];
}

async function amendments(leadId: string, { db }: Pick<LeadStore, "db">): Promise<string[]> {
  const later = await db.selectFrom("lead").select("ref").where("amends", "=", leadId).orderBy("created_at").execute();
  return later.map(({ ref }) => ref);
}

function table(facts: Record<string, string | undefined>): string {
  return Object.entries(facts)
    .flatMap(([label, value]) => (!value ? [] : [`${label.padEnd(14)} ${value}\n`]))
    .join("");
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}\n`)
    .join("");
}

async function consents(leadId: string, { db }: Pick<LeadStore, "db">): Promise<string[]> {
  const given = await consentsOf(leadId, { db });
  return given.map(
    ({ given_at, version, locale, page, sentence }) =>
      `  ${given_at}  version ${version}, ${locale}, ${page}\n  “${sentence}”\n`,
  );
}

async function history(leadId: string, { db }: Pick<LeadStore, "db">): Promise<string[]> {
  const events = (await historiesOf({ db }, leadId)).get(leadId) ?? [];
  return events.length > 0 ? ["\nhistory\n", ...events.map((event) => `  ${event}\n`)] : [];
}

async function deliveries(
  { id: leadId, ref }: Pick<LeadRow, "id" | "ref">,
  { db }: Pick<LeadStore, "db">,
): Promise<string[]> {
  const own = await db.selectFrom("outbox").selectAll().where("lead_id", "=", leadId).orderBy("kind").execute();
  const messages = [...own, ...(await untakenDecisions(db, ref))];
  if (messages.length === 0) return ["  none\n"];
  const attempts = await db
    .selectFrom("attempt")
    .selectAll()
    .where(
      "outbox_id",
      "in",
      messages.map(({ id }) => id),
    )
    .orderBy("at")
    .execute();
  return messages.map(({ id, kind, recipient, message_id, state, next_at }) => {
    const next = state === "pending" ? `, next attempt ${next_at}` : "";
    const made = attempts.filter(({ outbox_id }) => outbox_id === id);
    return [
      `  ${kind} to ${recipient || "(nobody named yet)"}: ${state}${next}\n`,
      `    ${message_id}\n`,
      ...made.map(({ at, class: result, reply, ms }) => `    ${at}  ${result}  ${reply}  ${ms} ms\n`),
    ].join("");
  });
}
