import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import type { LeadDatabase } from "./lead-database.ts";
import { leadMigrations } from "./lead-migrations.ts";
import { NodeSqliteDialect } from "./node-sqlite-dialect.ts";

export type LeadStore = {
  db: Kysely<LeadDatabase>;
  counts(): Promise<{
    /** Messages that are still to be delivered. */
    pending: number;
    /** Messages to the team that were given up. A receipt to an address that does not exist is nobody's alarm. */
    dead: number;
  }>;
  close(): Promise<void>;
};

const busyTimeoutMs = 5_000;
const sqliteBusy = 5;

/**
 * Opens the store in its folder, makes both if needed, and brings the tables up to date. Once in a process: node:sqlite
 * waits for a lock by blocking, and a second connection would block the transaction of the first that it waits for.
 */
export async function openLeadStore(dataDir: string): Promise<LeadStore> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(fileIn(dataDir), { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  await switchToWriteAheadLog(database);
  // NORMAL may lose the last commits when the power fails; a visitor was thanked for them.
  database.exec("PRAGMA synchronous=FULL");
  const store = storeOver(database);

  const { error } = await new Migrator({
    db: store.db,
    provider: { getMigrations: async () => leadMigrations },
  }).migrateToLatest();
  if (error) throw error;
  return store;
}

/** The store for reading alone, beside a running server; undefined when there is none in the folder. */
export function readLeadStore(dataDir: string): LeadStore | undefined {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return undefined;
  return storeOver(new DatabaseSync(file, { timeout: busyTimeoutMs, readOnly: true }));
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
      const isLocked = error instanceof Error && "errcode" in error && error.errcode === sqliteBusy;
      if (!isLocked || Date.now() > deadline) throw error;
    }
    await wait(20);
  }
}

function storeOver(database: DatabaseSync): LeadStore {
  const db = new Kysely<LeadDatabase>({ dialect: new NodeSqliteDialect(database) });
  return {
    db,
    async counts() {
      const { pending, dead } = await db
        .selectFrom("outbox")
        .select(({ fn }) => [
          fn.countAll<number>().filterWhere("state", "in", ["pending", "leased"]).as("pending"),
          fn.countAll<number>().filterWhere("state", "=", "dead").filterWhere("kind", "!=", "receipt").as("dead"),
        ])
        .executeTakeFirstOrThrow();
      return { pending, dead };
    },
    // destroy() leaves the database open when no query ever ran.
    close: () => db.destroy(),
  };
}
