import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { leadsCommand } from "#lib/leads/cli/cli-for-tests.ts";
import { contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { erasedList } from "./erased-list.ts";

test("who was erased is on the list, though what was theirs could not be wiped from the files to the end", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact(), desk, () => "G2222");
  await failAtTheEnd(desk.store);
  const { exitCode, stderr } = await leadsCommand(["erase", "ana@company.com"], place);
  expect(exitCode, stderr).toBe(1);
  expect(readFileSync(join(place.dataDir, erasedList.name), "utf8")).toMatch(/^G2222 /);
});

/** The last that a wipe does is to remove the note of it. */
async function failAtTheEnd({ db, kind }: LeadStore) {
  const body =
    kind === "sqlite" ? sql`BEGIN SELECT RAISE(ABORT, 'refused'); END` : sql`FOR EACH ROW EXECUTE FUNCTION refuse()`;
  if (kind === "postgres")
    await sql`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''refused''; END'`.execute(db);
  await sql`CREATE TRIGGER refused BEFORE DELETE ON sighting ${body}`.execute(db);
}
