import { type Kysely, sql, type Transaction } from "kysely";
import { Migrator } from "kysely/migration";
import { expect, inject, onTestFinished, test } from "vitest";
import { contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { despiteDeadlock } from "./despite-deadlock.ts";
import type { LeadDatabase } from "./lead-database.ts";
import { leadMigrations } from "./lead-migrations.ts";
import { updateTables } from "./lead-store.ts";
import { connectPostgres } from "./open-postgres.ts";
import { databaseForTests } from "./place-for-tests.ts";

test("of two transactions that wait for each other both are done", async () => {
  const { desk } = await deskForTests();
  const { db } = desk.store;
  for (const message of ["a", "b"]) await submitLead(contact({ message }), desk);
  const [a = "", b = ""] = (await db.selectFrom("lead").select("id").execute()).map(({ id }) => id);
  const both = Promise.withResolvers<void>();
  let begun = 0;
  const inOrder = (first: string, second: string, page: string) =>
    db.transaction().execute(async (tx) => {
      await setPage(tx, first, page);
      begun += 1;
      if (begun === 2) both.resolve();
      await both.promise;
      await setPage(tx, second, page);
    });

  await Promise.all([despiteDeadlock(() => inOrder(a, b, "/one")), despiteDeadlock(() => inOrder(b, a, "/two"))]);

  const pages = await db.selectFrom("lead").select("page").distinct().execute();
  expect(pages, "one after the other, whole").toHaveLength(1);
  expect(begun, "one of them twice").toBe(3);
});

test("an update of the tables lets whoever claims messages go on, and neither is ended for the other", async () => {
  const url = await databaseForTests(inject("postgresUrl") ?? "");
  const db = connectPostgres(url, "maintain");
  onTestFinished(() => db.destroy());
  await migratedTo("0011_views", db);
  const waits = async () => {
    const { rows } = await sql`SELECT 1 FROM pg_locks WHERE NOT granted`.execute(db);
    return rows.length;
  };

  let updating: Promise<void> | undefined;
  await db.transaction().execute(async (claim) => {
    // As a release from before does: messages first, then their leads.
    await sql`UPDATE outbox SET attempts = attempts`.execute(claim);
    updating = updateTables(db);
    await expect.poll(waits).toBeGreaterThan(0);
    await claim.selectFrom("lead").select("id").execute();
  });
  await updating;
  expect(await db.selectFrom("counted_part").selectAll().execute()).toEqual([]);
});

function setPage(tx: Transaction<LeadDatabase>, id: string, page: string) {
  return tx.updateTable("lead").set({ page }).where("id", "=", id).execute();
}

/** As a release left it that knew no later migration. */
async function migratedTo(last: string, db: Kysely<LeadDatabase>) {
  const known = Object.fromEntries(Object.entries(leadMigrations).filter(([name]) => name <= last));
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => known } }).migrateToLatest();
  if (error) throw error;
}
