import { type RawBuilder, sql } from "kysely";
import type { LeadStore } from "./lead-store.ts";

/** A text in a column of JSON, by the names that lead to it. */
export function textIn(
  column: "payload" | "attribution",
  path: readonly string[],
  kind: LeadStore["kind"],
): RawBuilder<string | null> {
  const whole = kind === "postgres" ? sql`${sql.ref(column)}::json` : sql.ref(column);
  const keys = path.map((key, index) => sql`${sql.raw(index < path.length - 1 ? "->" : "->>")} ${sql.lit(key)}`);
  return sql`(${whole} ${sql.join(keys, sql` `)})`;
}
