import { existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { StoreError } from "#lib/leads/disk/store-error.ts";
import { openSpool } from "#lib/leads/intake/spool.ts";
import { openLeadStore, readLeadStore } from "./lead-store.ts";
import { openSqlite } from "./open-sqlite.ts";

test("the file is made for its owner alone, and a commit is on disk before it is answered", async () => {
  const dataDir = join(folderForTests(), "deep", "data");
  const { db } = await openSqlite(dataDir);

  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  expect((await sql`PRAGMA journal_mode`.execute(db)).rows).toEqual([{ journal_mode: "wal" }]);
  expect((await sql`PRAGMA synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
  expect((await sql`PRAGMA foreign_keys`.execute(db)).rows).toEqual([{ foreign_keys: 1 }]);
  // Nothing waits for a lock inside of SQLite, and the whole process with it.
  expect((await sql`PRAGMA busy_timeout`.execute(db)).rows).toEqual([{ timeout: 0 }]);
  await db.destroy();
});

test("a place that is no folder is named in one line", async () => {
  const dataDir = join(folderForTests(), "file");
  writeFileSync(dataDir, "");
  const problem = new StoreError(`Nothing can be kept in ${dataDir}: it is no folder. DATA_DIR says where it is.`);
  await expect(openLeadStore({ dataDir })).rejects.toThrow(problem);

  rmSync(dataDir);
  const store = await openLeadStore({ dataDir });
  writeFileSync(join(dataDir, "spool"), "");
  expect(() => openSpool(dataDir, () => undefined)).toThrow(StoreError);
  await store.close();
});

test.skipIf(!existsSync("/proc/self"))("where no folder can be made, the start ends with one line", async () => {
  const problem = new StoreError(
    "Nothing can be kept in /proc/x/data: there is no such folder. DATA_DIR says where it is.",
  );
  await expect(openLeadStore({ dataDir: "/proc/x/data" })).rejects.toThrow(problem);
});

test("a file that is no store is named in one line, to whoever serves and to whoever reads", async () => {
  const dataDir = folderForTests();
  writeFileSync(join(dataDir, "leads.sqlite"), "not a database".repeat(1_000));
  const problem = new StoreError(
    `${join(dataDir, "leads.sqlite")} cannot be opened: it is no SQLite file, so move it away or restore a backup. DATA_DIR says where it is.`,
  );
  await expect(openLeadStore({ dataDir })).rejects.toThrow(problem);
  await expect(readLeadStore({ dataDir })).rejects.toThrow(problem);
});
