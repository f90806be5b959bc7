import { sql } from "kysely";
import { alignedTable } from "#lib/aligned-table.ts";
import { findText, soughtText } from "#lib/leads/find/find-text.ts";
import { hasColumn } from "#lib/leads/store/has-column.ts";
import type { LeadRow } from "#lib/leads/store/lead-database.ts";
import { storedLead } from "#lib/leads/store/lead-record.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { minuteIn, placeOf } from "#lib/leads/zoned-time.ts";

/** More than anybody looks through: whoever has so many says more of the name. */
const mostFound = 100;

/** A table of the leads whose name, company or address has the text in it, the newest first; accents and capitals do not matter. */
export async function foundLeads(store: LeadStore, text: string, zone: string): Promise<string | undefined> {
  const asked = soughtText(text);
  // The site adds the column when it starts, and the command may be of a release that has not started yet.
  const isKnown = await hasColumn(store.db, "lead", "find_text");
  const known = isKnown ? await rowsWith(asked, store) : [];
  const rows = [...known, ...(await rowsStillWithout(asked, store, isKnown))];
  if (rows.length === 0) return undefined;
  const found = rows.sort((a, b) => (a.created_at < b.created_at ? 1 : -1)).slice(0, mostFound);
  const cells = found.map((row) => {
    const { ref, receivedAt, form, status, fields } = storedLead(row);
    const { name, company, email } = fields;
    return [ref, minuteIn(zone, receivedAt), form, status, name || "-", company || "-", email ?? ""];
  });
  const columns = ["REF", `RECEIVED (${placeOf(zone)})`, "FORM", "STATUS", "NAME", "COMPANY", "EMAIL"];
  const more = rows.length > mostFound ? `The newest ${mostFound}; there are more. Say more of the name.\n` : "";
  return `${alignedTable([columns, ...cells])}\n${more}`;
}

/** By an index that holds the texts: rows themselves are read of those alone that are found. */
async function rowsWith(asked: string, { db, kind }: LeadStore): Promise<LeadRow[]> {
  const place = sql.raw(kind === "postgres" ? "strpos" : "instr");
  const found = db
    .selectFrom("lead")
    .select("id")
    .where(sql<boolean>`${place}(find_text, ${asked}) > 0`)
    .orderBy("created_at", "desc")
    .limit(mostFound + 1);
  return db.selectFrom("lead").selectAll().where("id", "in", found).execute();
}

/** What an earlier release stored, until the worker has come by (`writeFindTexts`). */
async function rowsStillWithout(asked: string, { db }: LeadStore, isKnown: boolean): Promise<LeadRow[]> {
  const found: LeadRow[] = [];
  const rows = db
    .selectFrom("lead")
    .selectAll()
    .$if(isKnown, (query) => query.where("find_text", "is", null))
    .where("status", "not in", ["proof", "erased"])
    .stream();
  for await (const row of rows) if (findText(storedLead(row).fields).includes(asked)) found.push(row);
  return found;
}
