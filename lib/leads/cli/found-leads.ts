import { alignedTable } from "#lib/aligned-table.ts";
import { storedLead } from "#lib/leads/store/lead-record.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { minuteIn, placeOf } from "#lib/leads/zoned-time.ts";
import { plainLetters } from "#lib/letters/plain-letters.ts";

/** A table of the leads whose name, company or address has the text in it, the newest first; accents and capitals do not matter. */
export async function foundLeads({ db }: LeadStore, text: string, zone: string): Promise<string | undefined> {
  const asked = plain(text);
  const rows = db
    .selectFrom("lead")
    .selectAll()
    .where("status", "not in", ["proof", "erased"])
    .orderBy("created_at", "desc")
    .orderBy("id")
    .stream();
  const cells: string[][] = [];
  for await (const row of rows) {
    const { ref, receivedAt, form, status, fields } = storedLead(row);
    const { name = "", company = "", email = "" } = fields;
    if (![name, company, email].some((each) => plain(each).includes(asked))) continue;
    cells.push([ref, minuteIn(zone, receivedAt), form, status, name || "-", company || "-", email]);
  }
  if (cells.length === 0) return undefined;
  const columns = ["REF", `RECEIVED (${placeOf(zone)})`, "FORM", "STATUS", "NAME", "COMPANY", "EMAIL"];
  return `${alignedTable([columns, ...cells])}\n`;
}

function plain(text: string): string {
  return plainLetters(text).replace(/\s+/g, " ").trim();
}
