import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { Kysely } from "kysely";
import { isBusy } from "./is-busy.ts";
import type { LeadDatabase } from "./lead-database.ts";
import { NodeSqliteDialect } from "./node-sqlite-dialect.ts";
import { StoreError } from "./store-error.ts";

const busyTimeoutMs = 5_000;

/** Opens the file in its folder and makes both if needed. */
export async function openSqlite(dataDir: string): Promise<Kysely<LeadDatabase>> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(fileIn(dataDir), { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  await switchToWriteAheadLog(database);
  // NORMAL may lose the last commits when the power fails; a visitor was thanked for them.
  database.exec("PRAGMA synchronous=FULL");
  // What is deleted is overwritten.
  database.exec("PRAGMA secure_delete=ON");
  return new Kysely({ dialect: new NodeSqliteDialect(database) });
}

/** The file for reading alone; undefined when there is none in the folder. */
export function readSqlite(dataDir: string): Kysely<LeadDatabase> | undefined {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return undefined;
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs, readOnly: true });
  return new Kysely({ dialect: new NodeSqliteDialect(database) });
}

/** The file for this process alone, for as long as it is open. A StoreError while another has it, or where there is none. */
export function openSqliteAlone(dataDir: string): Kysely<LeadDatabase> {
  const file = fileIn(dataDir);
  if (!existsSync(file)) throw new StoreError(`There is no ${file} to copy. DATA_DIR says where it is.`);
  const database = new DatabaseSync(file, { timeout: 1_000, enableForeignKeyConstraints: true });
  try {
    // Whoever has the file open in WAL mode keeps a lock on it, also between transactions.
    database.exec("PRAGMA locking_mode=EXCLUSIVE");
    database.exec("BEGIN EXCLUSIVE");
    database.exec("COMMIT");
  } catch (error) {
    database.close();
    throw isBusy(error) ? new StoreError(`${file} is in use. Stop the site and every worker, then try again.`) : error;
  }
  return new Kysely({ dialect: new NodeSqliteDialect(database) });
}

function fileIn(dataDir: string): string {
  return join(dataDir, "leads.sqlite");
}

/** SQLite does not wait for its turn here: of 200 processes that started eight at a time, one was told "locked". */
async function switchToWriteAheadLog(database: DatabaseSync): Promise<void> {
  const deadline = Date.now() + busyTimeoutMs;
  for (;;) {
    try {
      database.exec("PRAGMA journal_mode=WAL");
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
    }
    await wait(20);
  }
}
