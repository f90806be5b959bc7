import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { StoreError } from "#lib/leads/disk/store-error.ts";

// A backup is the SQLite store, with one table more: what stands in files beside it. SQLite keeps room for a number that
// says what a file is for; with it nobody takes a backup for a store. ("DCbk")
const backupId = 0x4443626b;

/** What leads need and no table holds, by its path in DATA_DIR. */
export type FileBeside = { name: string; content: Uint8Array };

export type Backup = {
  madeAt: string;
  /** Undefined where the leads were in PostgreSQL. */
  leads: number | undefined;
  files: FileBeside[];
};

export const filesBeside = /^(?:form-secret|spool\/[^/\\]+\.(?:json|bad))$/;

/** Makes a backup of a copy of the store; of an empty file, one without leads. */
export function makeBackup(file: string, madeAt: string, files: FileBeside[]) {
  const database = new DatabaseSync(file);
  try {
    database.exec(
      `BEGIN; CREATE TABLE backup_made (at TEXT, sum TEXT); CREATE TABLE backup_file (name TEXT, content BLOB)`,
    );
    const insert = database.prepare("INSERT INTO backup_file VALUES (?, ?)");
    for (const { name, content } of files) insert.run(name, content);
    database.prepare("INSERT INTO backup_made VALUES (?, ?)").run(madeAt, sumOf(database));
    database.exec(`PRAGMA application_id = ${backupId}; COMMIT`);
  } finally {
    database.close();
  }
}

/** What makes a backup of a store, for whoever opens it to write. */
export const unmakeBackup = ["DROP TABLE backup_made", "DROP TABLE backup_file", "PRAGMA application_id = 0"];

export function isBackup(database: DatabaseSync): boolean {
  return database.prepare("PRAGMA application_id").get()?.application_id === backupId;
}

/** Reads all of it, and throws a StoreError when it is none or not whole. */
export function readBackup(file: string): Backup {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    if (!isBackup(database)) throw new StoreError(`${file} is no backup: npm run leads -- backup FILE makes one.`);
    const found = database.prepare("PRAGMA integrity_check(1)").get()?.integrity_check;
    const orphans = database.prepare("PRAGMA foreign_key_check").all();
    if (found !== "ok" || orphans.length > 0) throw damaged(file);
    const { at, sum }: Record<string, unknown> = database.prepare("SELECT * FROM backup_made").get() ?? {};
    // Backups of earlier versions have none.
    if (sum !== undefined && sum !== sumOf(database)) throw damaged(file);
    const hasLeads = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'lead'").get() !== undefined;
    const count = hasLeads && database.prepare("SELECT count(*) AS leads FROM lead WHERE status <> 'proof'").get();
    const files = database.prepare("SELECT name, content FROM backup_file").all() as FileBeside[];
    if (!files.every(({ name }) => filesBeside.test(name))) throw damaged(file);
    return {
      madeAt: String(at),
      leads: count ? Number(count.leads) : undefined,
      files,
    };
  } catch (cause) {
    throw problem(file, cause);
  } finally {
    database?.close();
  }
}

/** Of every row but its own: SQLite sees a page that is torn, and no letter that is another one. */
function sumOf(database: DatabaseSync): string {
  const hash = createHash("sha256");
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    .all();
  for (const { name } of tables) {
    if (name === "backup_made") continue;
    hash.update(`\n${name}\n`);
    for (const row of database.prepare(`SELECT * FROM "${name}" ORDER BY rowid`).iterate()) {
      hash.update(
        JSON.stringify(row, (_key, value) =>
          value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value,
        ),
      );
    }
  }
  return hash.digest("hex");
}

function damaged(file: string): StoreError {
  return new StoreError(`${file} is not whole: take another backup.`);
}

/** By the result codes of SQLite. */
function problem(file: string, cause: unknown): unknown {
  if (!(cause instanceof Error && "errcode" in cause)) return cause;
  switch (Number(cause.errcode) & 0xff) {
    case 10:
      return new StoreError(`${file} cannot be read: it is a folder, or its disk fails.`);
    case 11:
      return damaged(file);
    case 14:
      return new StoreError(`${file} cannot be opened: it is not there, or this user may not read it.`);
    case 26:
      return new StoreError(`${file} is no backup: npm run leads -- backup FILE makes one.`);
    default:
      return cause;
  }
}
