import { accessSync, closeSync, constants, existsSync, openSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { Kysely } from "kysely";
import { ownFolder } from "#lib/leads/disk/own-folder.ts";
import { StoreError } from "#lib/leads/disk/store-error.ts";
import { isBackup } from "./backup-file.ts";
import { isBusy } from "./is-busy.ts";
import type { LeadDatabase } from "./lead-database.ts";
import { NodeSqliteDialect } from "./node-sqlite-dialect.ts";
import { checkpointAfterPages, SqliteInPlace } from "./sqlite-in-place.ts";

const busyTimeoutMs = 5_000;

export type OpenSqlite = { db: Kysely<LeadDatabase>; isInPlace(forMs?: number): boolean };

/** Opens the file in its folder and makes both if needed. */
export async function openSqlite(dataDir: string): Promise<OpenSqlite> {
  ownFolder(dataDir);
  const file = fileIn(dataDir);
  // SQLite gives its other files the rights of this one, and would let everybody read it. Not where it is there: to close
  // a file gives up every lock that this process has on it.
  if (!existsSync(file)) closeSync(openSync(file, "a", 0o600));
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  try {
    // SQLite opens what it may not write, too, and every lead would then wait in the spool.
    accessSync(file, constants.R_OK | constants.W_OK);
    if (isBackup(database)) {
      throw new StoreError(
        `${file} is a backup. Move it out of the folder, and put it back with npm run leads -- restore FILE.`,
      );
    }
    await switchToWriteAheadLog(database);
    const connection = new SqliteInPlace(file, () => connect(file));
    return {
      db: new Kysely({ dialect: new NodeSqliteDialect(connection) }),
      isInPlace: (forMs) => connection.isInPlace(forMs),
    };
  } finally {
    database.close();
  }
}

function connect(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true });
  // NORMAL may lose the last commits when the power fails; a visitor was thanked for them.
  database.exec("PRAGMA synchronous=FULL");
  // What is deleted is overwritten.
  database.exec("PRAGMA secure_delete=ON");
  database.exec(`PRAGMA wal_autocheckpoint=${checkpointAfterPages}`);
  return database;
}

/** The file for reading alone; undefined when there is none in the folder. */
export function readSqlite(dataDir: string): Kysely<LeadDatabase> | undefined {
  const file = fileIn(dataDir);
  try {
    // Unlike existsSync, it does not take a folder that this user may not enter for an empty one.
    if (!statSync(file, { throwIfNoEntry: false })) return undefined;
    const database = new DatabaseSync(file, { timeout: busyTimeoutMs, readOnly: true });
    // The first reading shows whether it can be read.
    expectTables(database, file);
    return new Kysely({ dialect: new NodeSqliteDialect(database) });
  } catch (cause) {
    throw fileProblem(dataDir, cause);
  }
}

function expectTables(database: DatabaseSync, file: string) {
  if (database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'lead'").get()) return;
  database.close();
  throw new StoreError(`${file} has no table of inquiries: it is empty, or something else. DATA_DIR says where it is.`);
}

/** What an operator can mend in a file that cannot be opened, as a StoreError; anything else as it is. */
export function fileProblem(dataDir: string, cause: unknown): unknown {
  const reason = storeTrouble(cause);
  return reason ? new StoreError(`${fileIn(dataDir)} cannot be opened: ${reason}. DATA_DIR says where it is.`) : cause;
}

/** Why a SQLite file cannot be used, in words; undefined where nobody but a developer could tell. */
export function storeTrouble(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  if ("errcode" in cause) return sqliteReasons.get(Number(cause.errcode) & 0xff);
  return "code" in cause && (cause.code === "EACCES" || cause.code === "EROFS") ? mayNot : undefined;
}

const mayNot = "this user may not read and write it";

/** By the result codes of SQLite. */
const sqliteReasons = new Map([
  [5, "another process keeps it locked"],
  [8, mayNot],
  [10, "the disk cannot be read or written"],
  [11, "it is damaged, so restore a backup"],
  [13, "the disk is full"],
  [14, mayNot],
  [26, "it is no SQLite file, so move it away or restore a backup"],
]);

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
    expectTables(database, file);
  } catch (error) {
    if (database.isOpen) database.close();
    throw isBusy(error) ? new StoreError(`${file} is in use. Stop the site and every worker, then try again.`) : error;
  }
  return new Kysely({ dialect: new NodeSqliteDialect(database) });
}

export function fileIn(dataDir: string): string {
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
