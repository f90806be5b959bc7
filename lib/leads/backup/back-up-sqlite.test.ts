import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setImmediate as turn } from "node:timers/promises";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { leadsCommand as leads } from "#lib/leads/cli/cli-for-tests.ts";
import { contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { StoreError } from "#lib/leads/disk/store-error.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { openLeadStore } from "#lib/leads/store/lead-store.ts";
import { backUp } from "./back-up.ts";

test("a copy of which one letter has changed since is not whole, and one that an earlier version made is", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact({ message: "Three engineers." }), desk);
  const folder = folderForTests();
  const [file, changed, former] = [join(folder, "a"), join(folder, "b"), join(folder, "c")];
  await leads(["backup", file], place);
  const bytes = readFileSync(file, "latin1");
  writeFileSync(changed, bytes.replaceAll("Three engineers", "Threa engineers"), "latin1");
  copyFileSync(file, former);
  const database = new DatabaseSync(former);
  database.exec("ALTER TABLE backup_made DROP COLUMN sum");
  database.close();

  expect(await leads(["verify", changed], place)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining("is not whole"),
  });
  for (const whole of [file, former]) expect(await leads(["verify", whole], place)).toMatchObject({ exitCode: 0 });
});

test("a backup that is made while leads come has each of them whole, and all that came before", async () => {
  const { desk, place } = await deskForTests({ now: () => new Date() });
  const file = join(folderForTests(), "leads.backup");
  for (let index = 0; index < 20; index++) await submitLead(contact({ message: `before ${index}` }), desk);
  const backup = leads(["backup", file], place);
  let isDone = false;
  void backup.then(() => {
    isDone = true;
  });
  for (let index = 0; !isDone; index++) {
    await submitLead(contact({ message: `meanwhile ${index}` }), desk);
    // SQLite answers at once, and nothing else would ever be heard.
    await turn();
  }
  expect(await backup).toMatchObject({ exitCode: 0 });

  const copy = { dataDir: folderForTests() };
  await leads(["restore", file], copy);
  const { db, close } = await openLeadStore(copy);
  const stored = await db.selectFrom("lead").select(["id", "payload"]).execute();
  expect(stored.filter(({ payload }) => payload.includes("before"))).toHaveLength(20);
  for (const { id } of stored) {
    expect(await db.selectFrom("consent").select("id").where("lead_id", "=", id).execute()).toHaveLength(1);
    expect(await db.selectFrom("outbox").select("id").where("lead_id", "=", id).execute()).not.toHaveLength(0);
  }
  await close();
}, 60_000);

test("a lead that goes from the spool into the store while a backup is made is in it", async () => {
  const { desk, place } = await deskForTests();
  const fields = { name: "Luis Rojas", email: "luis@company.com", message: "In the spool." };
  const lead = desk.spool.keep({ key: "a1", ref: "S4QDXY", at: "", submission: contact(), fields });
  const db = desk.store.db.withPlugin({
    transformQuery({ node }) {
      desk.spool.remove(lead);
      return node;
    },
    transformResult: async ({ result }) => result,
  });

  const { files } = await backUp(join(folderForTests(), "leads.backup"), { ...desk.store, db }, place, desk.now);

  expect(desk.spool.count()).toBe(0);
  expect(files.map(({ name }) => name)).toEqual(["spool/a1.json"]);
});

test("a backup that somebody copied into the place of the store is no store, until it is restored", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact(), desk);
  const file = join(folderForTests(), "leads.backup");
  await leads(["backup", file], place);
  const dataDir = folderForTests();
  copyFileSync(file, join(dataDir, "leads.sqlite"));

  await expect(openLeadStore({ dataDir })).rejects.toThrow(
    `${join(dataDir, "leads.sqlite")} is a backup. Move it out of the folder, and put it back with npm run leads -- restore FILE.`,
  );

  expect(readdirSync(dataDir)).toEqual(["leads.sqlite"]);
});

test("what waited in a backup of an earlier version is held as well", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  const file = join(folderForTests(), "leads.backup");
  await leads(["backup", file], place);
  const earlier = new DatabaseSync(file);
  earlier.exec("DROP TABLE counted_part");
  for (const name of ["lead_erased", "lead_stored", "lead_changed", "lead_decided", "lead_delivered"])
    earlier.exec(`DROP TRIGGER ${name}`);
  earlier.exec("DROP INDEX lead_email; CREATE INDEX lead_email ON lead (email)");
  earlier.exec("DROP INDEX lead_form_key; CREATE INDEX lead_form_key ON lead (form_key, email)");
  for (const name of ["lead_found", "lead_without_find_text", "lead_status", "lead_held"])
    earlier.exec(`DROP INDEX ${name}`);
  for (const name of ["outbox_about_no_lead", "outbox_sent", "history_at"]) earlier.exec(`DROP INDEX ${name}`);
  earlier.exec("CREATE INDEX lead_held ON lead (status, digest_at); CREATE INDEX lead_created_at ON lead (created_at)");
  for (const column of ["find_text", "call_at", "call_zone", "calls"])
    earlier.exec(`ALTER TABLE lead DROP COLUMN ${column}`);
  earlier.exec("DROP TABLE view_count; ALTER TABLE backup_made DROP COLUMN sum");
  earlier.exec("ALTER TABLE outbox DROP COLUMN restored; DELETE FROM kysely_migration WHERE name >= '0008'");
  earlier.close();
  const copy = { dataDir: folderForTests() };

  expect((await leads(["restore", file], copy)).stdout).toContain("Mails that were waiting then: 2.\n");
  expect((await leads(["restored"], copy)).stdout).toContain("K7QD2  notify, receipt\n");
});

test("a store whose tables are gone is no backup, and its file is not made", async () => {
  const { desk, place } = await deskForTests();
  await sql`PRAGMA foreign_keys = OFF`.execute(desk.store.db);
  await desk.store.db.schema.dropTable("lead").execute();
  const folder = folderForTests();
  await expect(backUp(join(folder, "leads.backup"), desk.store, place, desk.now)).rejects.toThrow(StoreError);
  expect(readdirSync(folder)).toEqual([]);
});
