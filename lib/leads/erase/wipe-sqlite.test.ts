import { sql } from "kysely";
import { expect, test } from "vitest";
import { contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { wipeErased } from "./wipe-erased.ts";

test.each([
  ["a small file is rewritten", 100_000, 0],
  ["a large one keeps its room: whoever writes would wait for it", 21_000_000, 5_000],
])("%s", async (_what, bytes, pages) => {
  const { desk } = await deskForTests();
  const { db } = desk.store;
  await submitLead(contact(), desk);
  await db
    .updateTable("lead")
    .set({ payload: "a".repeat(bytes) })
    .execute();
  await db.updateTable("lead").set({ payload: "{}" }).execute();
  await wipeErased(desk.store);
  const { rows } = await sql<{ freelist_count: number }>`PRAGMA freelist_count`.execute(db);
  expect(rows[0]?.freelist_count).toBeGreaterThanOrEqual(pages);
  if (pages === 0) expect(rows[0]?.freelist_count).toBe(0);
});
