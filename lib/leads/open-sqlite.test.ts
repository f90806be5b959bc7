import { statSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { openSqlite } from "./open-sqlite.ts";
import { folderForTests } from "./place-for-tests.ts";

test("the file is made for its owner alone, and a commit is on disk before it is answered", async () => {
  const dataDir = join(folderForTests(), "deep", "data");
  const db = await openSqlite(dataDir);

  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  expect((await sql`PRAGMA journal_mode`.execute(db)).rows).toEqual([{ journal_mode: "wal" }]);
  expect((await sql`PRAGMA synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
  expect((await sql`PRAGMA foreign_keys`.execute(db)).rows).toEqual([{ foreign_keys: 1 }]);
  expect((await sql`PRAGMA busy_timeout`.execute(db)).rows).toEqual([{ timeout: 5000 }]);
  await db.destroy();
});
