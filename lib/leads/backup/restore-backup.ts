import { createReadStream, createWriteStream, existsSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pipeline } from "node:stream/promises";
import { Kysely, sql } from "kysely";
import { lookedAtName } from "#lib/leads/disk/looked-at.ts";
import { newFile } from "#lib/leads/disk/new-file.ts";
import { ownFolder } from "#lib/leads/disk/own-folder.ts";
import { StoreError } from "#lib/leads/disk/store-error.ts";
import { holdRestored } from "#lib/leads/outbox/restored-mail.ts";
import { type Backup, readBackup, unmakeBackup } from "#lib/leads/store/backup-file.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { openPostgresTables, readLeadStore, type StorePlace, updateTables } from "#lib/leads/store/lead-store.ts";
import { NodeSqliteDialect } from "#lib/leads/store/node-sqlite-dialect.ts";
import { servingName } from "#lib/leads/store/open-postgres.ts";
import { fileIn } from "#lib/leads/store/open-sqlite.ts";

export type Restored = Backup & {
  /** Messages that were waiting when the copy was made. */
  waiting: number;
};

/** What a new disk comes with, and the mark of `npm run doctor`. */
const nobodys = ["lost+found", lookedAtName];

/**
 * Puts a backup into a folder that is new or empty, or beside a PostgreSQL database into which its dump was put. What was
 * waiting to be sent then waits for a decision. A StoreError says why nothing was restored.
 */
export async function restoreBackup(file: string, { dataDir, databaseUrl }: StorePlace): Promise<Restored> {
  if (existsSync(dataDir) && readdirSync(dataDir).some((name) => !nobodys.includes(name))) {
    throw new StoreError(
      `${dataDir} is not empty. Stop the site and every worker, move what is in it to another place, for it may hold inquiries that the backup lacks, and try again. DATA_DIR says where it is.`,
    );
  }
  const backup = readBackup(file);
  if (databaseUrl === undefined) return { ...backup, waiting: await restoreSqlite(file, backup, dataDir) };

  if (backup.leads !== undefined) {
    throw new StoreError(
      `${file} holds a SQLite store: unset DATABASE_URL to restore it. From there npm run leads -- migrate-store copies it to PostgreSQL.`,
    );
  }
  const waiting = await holdInPostgres(databaseUrl);
  await writeFiles(backup, dataDir);
  return { ...backup, waiting };
}

/** Until all is in its place the store is still a backup, with which no site starts. */
async function restoreSqlite(file: string, backup: Backup, dataDir: string): Promise<number> {
  if (backup.leads === undefined) {
    throw new StoreError(`${file} was made beside a PostgreSQL database and holds no inquiries: set DATABASE_URL.`);
  }
  ownFolder(dataDir);
  const store = fileIn(dataDir);
  await newFile(store, (part) => pipeline(createReadStream(file), createWriteStream(part)));
  await writeFiles(backup, dataDir);

  const database = new DatabaseSync(store);
  const db = new Kysely<LeadDatabase>({ dialect: new NodeSqliteDialect(database) });
  try {
    // The table that goes holds leads.
    await sql`PRAGMA secure_delete = ON`.execute(db);
    // A version before this may have made it.
    await updateTables(db);
    return await db.transaction().execute(async (tx) => {
      for (const statement of unmakeBackup) await sql.raw(statement).execute(tx);
      return holdRestored(tx);
    });
  } finally {
    await db.destroy();
  }
}

async function holdInPostgres(databaseUrl: string): Promise<number> {
  const found = await readLeadStore({ dataDir: "", databaseUrl });
  if (!found) {
    throw new StoreError("The database of DATABASE_URL holds no inquiries: put its dump back first, then try again.");
  }
  // Who runs asks for something every few seconds. A pooler keeps the session of who has ended, by their name, for minutes.
  const users = await sql`
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = ${servingName}
      AND (state <> 'idle' OR state_change > now() - interval '30 seconds')
  `.execute(found.db);
  await found.close();
  if (users.rows.length > 0) {
    throw new StoreError(
      "A site or a worker uses the database of DATABASE_URL, or did so in the last 30 seconds. Stop all of them, then try again.",
    );
  }
  const db = await openPostgresTables(databaseUrl);
  try {
    return await holdRestored(db);
  } finally {
    await db.destroy();
  }
}

async function writeFiles({ files }: Backup, dataDir: string) {
  for (const { name, content } of files) {
    const file = join(dataDir, name);
    ownFolder(dirname(file));
    await newFile(file, (part) => writeFileSync(part, name.startsWith("spool/") ? marked(content) : content));
  }
}

/** What waited in the spool waits for a decision as well, also half a file that somebody mends. */
function marked(content: Uint8Array): Uint8Array {
  const text = Buffer.from(content);
  return text.toString("latin1", 0, 2) === '{"'
    ? Buffer.concat([Buffer.from('{"isRestored":true,'), text.subarray(1)])
    : text;
}
