import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { StoreError } from "#lib/leads/disk/store-error.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { wipeErased, wipeNote } from "./wipe-erased.ts";

test("while an older transaction is open, in any database of the server, nothing is called wiped", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact(), desk);
  const older = await olderTransaction(place.dataDir);
  await desk.store.db.deleteFrom("outbox").execute();

  await expect(wipeErased(desk.store, 0)).rejects.toThrow(StoreError);

  await older.end();
  // Tests beside this one have transactions on the same server, too, which end soon.
  await wipeErased(desk.store);
});

test("what is erased while the files are wiped is wiped the next time", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact(), desk);
  await wipeNote.write(desk.store.db, "2026-11-21T12:00:00.000Z");
  const doLong: LeadStore["doLong"] = async (work) => {
    await wipeNote.write(desk.store.db, "2026-11-21T12:00:01.000Z");
    return desk.store.doLong(work);
  };

  await wipeErased({ ...desk.store, doLong });
  expect(await wipeNote.read(desk.store.db)).toBe("2026-11-21T12:00:01.000Z");

  await wipeErased(desk.store);
  expect(await wipeNote.read(desk.store.db)).toBeUndefined();
});

async function olderTransaction(dataDir: string): Promise<{ end(): unknown }> {
  const serverUrl = inject("postgresUrl");
  if (!serverUrl) {
    const db = new DatabaseSync(join(dataDir, "leads.sqlite"), { readOnly: true });
    db.exec("BEGIN");
    db.prepare("SELECT kind FROM outbox").all();
    return { end: () => db.close() };
  }
  const client = new Client(serverUrl);
  await client.connect();
  await client.query("BEGIN");
  await client.query("SELECT pg_current_xact_id()");
  return client;
}
