import type { Kysely } from "kysely";
import type { LeadDatabase } from "./lead-database.ts";

export async function hasColumn<Table extends keyof LeadDatabase>(
  db: Kysely<LeadDatabase>,
  name: Table,
  column: keyof LeadDatabase[Table],
): Promise<boolean> {
  const tables = await db.introspection.getTables();
  return tables.some((table) => table.name === name && table.columns.some((each) => each.name === column));
}
