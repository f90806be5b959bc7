import { attributionColumns, attributionFacts } from "./attribution-facts.ts";
import { storedLead } from "./lead-record.ts";
import type { LeadStore } from "./lead-store.ts";

const columns = [
  "ref",
  "received",
  "form",
  "language",
  "status",
  "amends",
  "spam_score",
  "page",
  "name",
  "email",
  "company",
  "country",
  "phone",
  "phone_e164",
  "article",
  "service",
  "team",
  "start",
  "zone",
  "message",
  ...attributionColumns,
] as const;

type ExportedLead = Partial<Record<(typeof columns)[number], string>>;

/** RFC 4180, safe to open in a spreadsheet. */
export async function* exportCsv(store: LeadStore): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const lead of oldestFirst(store)) yield csvLine(columns.map((column) => lead[column] ?? ""));
}

/** One JSON object a line, every text as it was typed. */
export async function* exportJsonLines(store: LeadStore): AsyncGenerator<string> {
  for await (const lead of oldestFirst(store)) yield `${JSON.stringify(lead)}\n`;
}

async function* oldestFirst({ db }: LeadStore): AsyncGenerator<ExportedLead> {
  for await (const row of db
    .selectFrom("lead")
    .selectAll()
    .where("status", "!=", "proof")
    .orderBy("created_at")
    .orderBy("id")
    .stream()) {
    const { ref, receivedAt, form, locale, status, amends, spam, page, fields, phoneE164, attribution } =
      storedLead(row);
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
    };
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: string): string {
  // A spreadsheet would run these as a formula. The apostrophe makes them text.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
