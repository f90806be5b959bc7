import { type Kysely, sql } from "kysely";
import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE, MIGRATION_LOCK_ID, Migrator } from "kysely/migration";
import { kindsThat } from "#lib/leads/channels.ts";
import { despiteDeadlock } from "./despite-deadlock.ts";
import type { LeadDatabase } from "./lead-database.ts";
import { leadMigrations } from "./lead-migrations.ts";
import { connectPostgres, migrationProblem, openPostgres, type Purpose } from "./open-postgres.ts";
import { fileProblem, type OpenSqlite, openSqlite, readSqlite } from "./open-sqlite.ts";

export type StorePlace = {
  /** The folder of the SQLite file. */
  dataDir: string;
  /** A PostgreSQL database, which then stands in for the file. */
  databaseUrl?: string | undefined;
};

export type LeadStore = {
  kind: "sqlite" | "postgres";
  db: Kysely<LeadDatabase>;
  counts(): Promise<{
    /** Messages that are still to be delivered. */
    pending: number;
    /** Messages of leads to the team that were given up. A receipt to an address that does not exist is nobody's alarm. */
    dead: number;
  }>;
  /** False when a file that is open is not the one that the next process would open, or was not within `forMs`. */
  isInPlace(forMs?: number): boolean;
  /** Does what takes the time it needs. On PostgreSQL over a connection of its own: what serves visitors is cut after 5 seconds. */
  doLong<Result>(work: (db: Kysely<LeadDatabase>) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
};

/**
 * Opens the store and brings its tables up to date. SQLite once in a process: node:sqlite waits for a lock by blocking,
 * and a second connection would block the transaction of the first that it waits for.
 */
export async function openLeadStore({ dataDir, databaseUrl }: StorePlace, purpose?: Purpose): Promise<LeadStore> {
  if (databaseUrl === undefined) {
    const { db, isInPlace } = await openSqliteTables(dataDir);
    return storeOver("sqlite", db, isInPlace);
  }
  await (await openPostgresTables(databaseUrl)).destroy();
  return postgresStore(databaseUrl, await openPostgres(databaseUrl, purpose));
}

export function postgresStore(databaseUrl: string, db: Kysely<LeadDatabase>): LeadStore {
  return {
    ...storeOver("postgres", db),
    async doLong(work) {
      const own = connectPostgres(databaseUrl, "maintain");
      try {
        return await work(own);
      } finally {
        await own.destroy();
      }
    },
  };
}

/** The store for reading alone, beside a running server; undefined when there is none. */
export async function readLeadStore({ dataDir, databaseUrl }: StorePlace): Promise<LeadStore | undefined> {
  if (databaseUrl === undefined) {
    const db = readSqlite(dataDir);
    return db && storeOver("sqlite", db);
  }

  const db = await openPostgres(databaseUrl, "read");
  const reading = await db.startTransaction().setAccessMode("read only").setIsolationLevel("repeatable read").execute();
  const close = async () => {
    await reading.rollback().execute();
    await db.destroy();
  };
  const { rows } = await sql<{ table: string | null }>`SELECT to_regclass('lead') AS "table"`.execute(reading);
  if (rows[0]?.table) return { ...storeOver("postgres", reading), close };
  await close();
  return undefined;
}

async function openSqliteTables(dataDir: string): Promise<OpenSqlite> {
  try {
    const opened = await openSqlite(dataDir);
    await updateTables(opened.db);
    // The log is written over and stays as long as it ever was: what made the tables would hide a full disk for long.
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(opened.db);
    return opened;
  } catch (cause) {
    throw fileProblem(dataDir, cause);
  }
}

/** A connection for long work, with the tables up to date. */
export async function openPostgresTables(databaseUrl: string): Promise<Kysely<LeadDatabase>> {
  const db = await openPostgres(databaseUrl, "maintain");
  try {
    await updateTables(db);
    return db;
  } catch (cause) {
    await db.destroy();
    throw migrationProblem(databaseUrl, cause);
  }
}

export async function updateTables(db: Kysely<LeadDatabase>): Promise<void> {
  await despiteDeadlock(() => migrate(db));
}

async function migrate(db: Kysely<LeadDatabase>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // Before anything is looked at: a later release that is at it may be about to add what this one does not know.
    const lock = { lockTable: DEFAULT_MIGRATION_LOCK_TABLE, lockRowId: MIGRATION_LOCK_ID };
    await tx.getExecutor().adapter.acquireMigrationLock(tx, lock);
    const migrations = { ...(await laterMigrations(tx)), ...leadMigrations };
    const migrator = new Migrator({ db: tx, provider: { getMigrations: async () => migrations } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  });
}

/**
 * What a later release made, as nothing to be done: a release that is put back goes on with it, since all that one may do is add what
 * this one need not know (`leadMigrations`).
 */
async function laterMigrations(db: Kysely<LeadDatabase>): Promise<typeof leadMigrations> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) {
    // As Kysely makes it. Where it may not, it would ask once more, and what ended the transaction would not be known.
    await db.schema
      .createTable(DEFAULT_MIGRATION_TABLE)
      .addColumn("name", "varchar(255)", (column) => column.notNull().primaryKey())
      .addColumn("timestamp", "varchar(255)", (column) => column.notNull())
      .execute();
  }
  const { rows } = await sql<{ name: string }>`SELECT name FROM ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  return Object.fromEntries(rows.map(({ name }) => [name, { up: async () => undefined }]));
}

export function storeOver(
  kind: LeadStore["kind"],
  db: Kysely<LeadDatabase>,
  isInPlace: LeadStore["isInPlace"] = () => true,
): LeadStore {
  return {
    kind,
    db,
    isInPlace,
    doLong: (work) => work(db),
    async counts() {
      const { pending, dead } = await db
        .selectFrom("outbox")
        .select(({ fn }) => [
          fn.countAll<number>().filterWhere("state", "in", ["pending", "leased"]).as("pending"),
          fn
            .countAll<number>()
            .filterWhere("state", "=", "dead")
            .filterWhere("kind", "in", kindsThat({ brings: "lead" }))
            .as("dead"),
        ])
        // By the index: what was sent is a thousand times as much.
        .where("state", "in", ["pending", "leased", "dead"])
        .executeTakeFirstOrThrow();
      return { pending, dead };
    },
    // destroy() leaves the database open when no query ever ran.
    close: () => db.destroy(),
  };
}
