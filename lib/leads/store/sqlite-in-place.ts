import { type BigIntStats, rmSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { errorCode } from "#lib/leads/error-code.ts";
import { logLine } from "#lib/log-line.ts";

type Found = Pick<BigIntStats, "ino" | "dev" | "size"> | undefined;
type Files = { main: Found; wal: Found; shm: Found };

/**
 * A connection to a file in WAL mode, which notices before each statement that a file beside it is no longer the one that
 * SQLite opened. What this process writes would then be in files without a name, and what another writes in files that
 * lock nobody out. Where all is in the main file, it is opened anew. Elsewhere nothing is written to that any more.
 */
export class SqliteInPlace {
  readonly #file: string;
  readonly #connect: () => DatabaseSync;
  #database: DatabaseSync;
  #opened: Files = { main: undefined, wal: undefined, shm: undefined };
  #isHeldBack = false;
  #openedAnewAt = Number.NEGATIVE_INFINITY;

  /** `connect` is asked again when the file is opened anew. */
  constructor(file: string, connect: () => DatabaseSync) {
    this.#file = file;
    this.#connect = connect;
    this.#database = this.#open();
  }

  get isTransaction(): boolean {
    return this.#database.isTransaction;
  }

  exec(statements: string): void {
    this.#database.exec(statements);
  }

  prepare(statement: string) {
    this.#follow();
    return this.#database.prepare(statement);
  }

  /** Whether the next process would open the files that are open here, and did for as long. */
  isInPlace(forMs = 0): boolean {
    return areSame(this.#opened, filesOf(this.#file)) && performance.now() - this.#openedAnewAt >= forMs;
  }

  close(): void {
    this.#follow();
    this.#letGo();
  }

  #open(): DatabaseSync {
    const database = this.#connect();
    try {
      // SQLite opens the files beside it with the first reading. While this process has them, no other deletes them.
      database.exec("PRAGMA schema_version");
    } catch (cause) {
      database.close();
      throw cause;
    }
    this.#opened = filesOf(this.#file);
    return database;
  }

  #follow() {
    const found = filesOf(this.#file);
    if (areSame(this.#opened, found)) {
      this.#holdBack(false);
      return;
    }
    // Of a main file that was moved SQLite knows itself that it must not touch the files in its place.
    if (!isSame(this.#opened.main, found.main)) return;
    if (this.#database.isOpen) {
      if (this.#database.isTransaction) return;
      if (!this.#isAllInMainFile(found)) {
        this.#holdBack(true);
        return;
      }
      this.#letGo();
    }
    this.#database = this.#open();
    this.#isHeldBack = false;
    this.#openedAnewAt = performance.now();
    logLine("error", "files beside the database were moved, deleted or replaced, and it was opened anew");
  }

  /** Brings it there, where nobody else can have opened the database in between. */
  #isAllInMainFile({ wal, shm }: Files): boolean {
    const isOthers = { wal: wal && !isSame(this.#opened.wal, wal), shm: shm && !isSame(this.#opened.shm, shm) };
    if (isOthers.wal || isOthers.shm) {
      // Nobody opened it with a log that holds something: somebody put that there, and SQLite would play it back.
      if (isOthers.wal && wal?.size !== 0n && !isOthers.shm) return false;
      const { log, checkpointed } = this.#checkpoint("NOOP");
      return log === checkpointed;
    }
    if (this.#checkpoint("TRUNCATE").busy !== 0) return false;
    // With it and another log, processes that still have the old one would read what is not there.
    if (!wal) rmSync(`${this.#file}-shm`, { force: true });
    return true;
  }

  #checkpoint(mode: "NOOP" | "TRUNCATE") {
    return { ...this.#database.prepare(`PRAGMA wal_checkpoint(${mode})`).get() };
  }

  /** From a log that is in no place nothing may come into a main file that others have changed since. */
  #holdBack(isHeldBack: boolean) {
    if (isHeldBack === this.#isHeldBack) return;
    this.#database.exec(`PRAGMA wal_autocheckpoint=${isHeldBack ? 0 : checkpointAfterPages}`);
    this.#isHeldBack = isHeldBack;
  }

  #letGo() {
    const found = filesOf(this.#file);
    if (areSame(this.#opened, found) || !isSame(this.#opened.main, found.main)) {
      this.#database.close();
      return;
    }
    // The last connection that closes copies its log into the main file and deletes the one that has its name, whoever's
    // that is. A connection that only reads can do neither, and beside it this one is not the last.
    const reader = new DatabaseSync(this.#file, { readOnly: true });
    try {
      reader.exec("PRAGMA schema_version");
    } catch (cause) {
      // It keeps its lock, also where what it reads is not whole.
      logLine("error", "store closed beside a log that cannot be read", { reason: errorCode(cause) });
    }
    this.#database.close();
    reader.close();
  }
}

/** With every commit: a log that is deleted, by whomever and whenever, then holds nothing that the main file lacks. */
export const checkpointAfterPages = 1;

function filesOf(file: string): Files {
  const found = (path: string) => statSync(path, { bigint: true, throwIfNoEntry: false });
  return { main: found(file), wal: found(`${file}-wal`), shm: found(`${file}-shm`) };
}

function areSame(opened: Files, found: Files): boolean {
  return isSame(opened.main, found.main) && isSame(opened.wal, found.wal) && isSame(opened.shm, found.shm);
}

function isSame(opened: Found, found: Found): boolean {
  return found !== undefined && found.ino === opened?.ino && found.dev === opened.dev;
}
