import { attributionColumns, attributionFacts } from "#lib/leads/attribution/attribution-facts.ts";
import { leadFieldNames } from "#lib/leads/form/fields.ts";
import { storedLead } from "#lib/leads/store/lead-record.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { historiesOf } from "./histories-of.ts";
import { leadSheet } from "./lead-sheet.ts";

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
  "history",
] as const;

type ExportedLead = Partial<Record<(typeof columns)[number], string>>;

/** RFC 4180, safe to open in a spreadsheet. */
export async function* exportCsv(store: LeadStore): AsyncGenerator<string> {
  for await (const row of rowsOf(store)) yield csvLine(row);
}

/** One JSON object a line, every text as it was typed. */
export async function* exportJsonLines(store: LeadStore): AsyncGenerator<string> {
  for await (const lead of oldestFirst(store)) yield `${JSON.stringify(lead)}\n`;
}

/** Every text as it was typed, in cells that are texts. */
export async function exportSheet(store: LeadStore): Promise<Buffer> {
  return leadSheet(await Array.fromAsync(rowsOf(store)));
}

/** The names of the columns, then the leads. */
async function* rowsOf(store: LeadStore): AsyncGenerator<readonly string[]> {
  yield columns;
  for await (const lead of oldestFirst(store)) yield columns.map((column) => lead[column] ?? "");
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
    const { ref, receivedAt, form, locale, status, amends, spam, page, fields, phoneE164, attribution } =
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
      ...(history && { history }),
    };
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: string): string {
  const safe = value.replaceAll(formula, "$1$2'$3").replace(/^[\t\r]/, "'$&");
  return /[",;|\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * What a spreadsheet would run; an apostrophe before it makes it text. Where another sign separates cells, as `;` does in
 * most of Latin America, a cell begins behind each of those, too, and a line of a text begins a row.
 */
const formula = /(^|[,;|\t\r\n])((?:[^\S\t\r\n]|")*)([=+\-@＝＋－＠])/g;
