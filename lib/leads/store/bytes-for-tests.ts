import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import type { LeadStore, StorePlace } from "./lead-store.ts";

/** Whatever is written in the files of a store and in the spool, read as text. */
export async function bytesForTests({ dataDir, databaseUrl }: StorePlace, store: LeadStore): Promise<string> {
  const paths = readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  // By another process: closing the file in this one would give away the locks that its store has on it.
  const files: Uint8Array[] = paths.map((path) => execFileSync("cat", [path]));
  if (databaseUrl) files.push(...(await filesOfPostgres(store)));
  return Buffer.concat(files).toString("utf8");
}

/** Tables, indexes, long texts and statistics; not the log, which PostgreSQL keeps. */
async function filesOfPostgres({ db }: LeadStore): Promise<Uint8Array[]> {
  await sql`CHECKPOINT`.execute(db);
  const { rows } = await sql<{ bytes: Uint8Array | null }>`
    SELECT pg_read_binary_file(pg_relation_filepath(oid), 0, 100000000, true) AS bytes FROM pg_class
    WHERE pg_relation_filepath(oid) IS NOT NULL AND NOT relisshared
  `.execute(db);
  return rows.flatMap(({ bytes }) => (bytes ? [bytes] : []));
}
