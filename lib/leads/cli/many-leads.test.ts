import { sql } from "kysely";
import { expect, test } from "vitest";
import { contact, deskForTests, inquiry } from "#lib/leads/desk-for-tests.ts";
import { erasePerson } from "#lib/leads/erase/erase-person.ts";
import { writeFindTexts } from "#lib/leads/find/write-find-texts.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { foundLeads } from "./found-leads.ts";
import { leadList, mostListed } from "./lead-list.ts";

test("of more leads than anybody reads the newest are listed at a terminal, and that there are older ones; a program gets all", async () => {
  const { desk } = await deskForTests();
  await copies(mostListed, desk);
  expect(lines(await leadList(desk.store, "UTC"))).toHaveLength(1 + mostListed);

  await copies(1, desk);
  const [table = "", ...after] = await leadList(desk.store, "UTC");
  expect(lines([table])).toHaveLength(1 + mostListed);
  expect(after.join()).toContain("The newest 5,000; there are older ones.");

  const whole = lines(await leadList(desk.store, "UTC", {}, { isWhole: true }));
  const refs = whole.slice(1).map((line) => line.split(" ")[0]);
  expect(new Set(refs).size, "each once, and the heading once").toBe(1 + mostListed);
  expect(refs).toHaveLength(1 + mostListed);
  expect(refs).not.toContain("REF");
});

test("of more leads than anybody looks through the newest are found, and that there are more", async () => {
  const { desk } = await deskForTests();
  await copies(100, desk);
  expect(lines([await foundLeads(desk.store, "torres", "UTC")])).toHaveLength(1 + 100);

  await copies(1, desk);
  const found = await foundLeads(desk.store, "torres", "UTC");
  expect(lines([found])).toHaveLength(1 + 100 + 1);
  expect(found).toContain("The newest 100; there are more. Say more of the name.");
});

test("a list by service or country has those alone, also behind five thousand others", async () => {
  const { desk, clock } = await deskForTests();
  await submitLead(inquiry({ message: "From Canada.", country: "CA" }), desk);
  clock.pass(60);
  await submitLead(inquiry({ message: "From Mexico.", country: "MX" }), desk);
  await copies(mostListed, desk);
  expect(lines(await leadList(desk.store, "UTC", { country: "CA" }))).toHaveLength(2);
  expect(lines(await leadList(desk.store, "UTC", { service: "staff-augmentation" }))).toHaveLength(3);
  expect(await leadList(desk.store, "UTC", { country: "GB" })).toEqual(["No lead fits.\n"]);
});

test("what an earlier release stored is found at once, and by the same words once the worker has come by", async () => {
  const { desk } = await deskForTests();
  await submitLead(inquiry({ name: "José  Núñez", company: "São Paulo Café" }), desk);
  await desk.store.db.updateTable("lead").set({ find_text: null }).execute();
  for (const look of ["before", "after"]) {
    for (const asked of ["jose nunez", "SAO paulo", "ana@company"])
      expect(await foundLeads(desk.store, asked, "UTC"), `${asked} ${look}`).toContain("José");
    expect(await foundLeads(desk.store, "nunez sao", "UTC"), "from one into the next").toBeUndefined();
    await writeFindTexts(desk.store);
  }
  const { find_text } = await desk.store.db.selectFrom("lead").select("find_text").executeTakeFirstOrThrow();
  expect(find_text).toBe("jose nunez\nsao paulo cafe\nana@company.com");
});

test("what was erased has nothing to be found by, also when an earlier release erased it", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact(), desk);
  await erasePerson("ana@company.com", desk);
  await desk.store.db.updateTable("lead").set({ find_text: null }).execute();
  await writeFindTexts(desk.store);
  const { find_text } = await desk.store.db.selectFrom("lead").select("find_text").executeTakeFirstOrThrow();
  expect(find_text).toBe("");
});

/** So many, each a second after the one before. */
async function copies(count: number, desk: LeadDesk) {
  await submitLead(contact({ message: `The first of ${count}.` }, { senderCode: `${count}` }), desk);
  const contacts = desk.store.db.selectFrom("lead").selectAll().where("form", "=", "contact");
  const row = await contacts.executeTakeFirstOrThrow();
  const { length } = await desk.store.db.selectFrom("lead").select("id").execute();
  const rows = Array.from({ length: count - 1 }, (_, index) => {
    const number = length + index;
    const created_at = new Date(Date.parse("2026-11-22T00:00:00.000Z") + number * 1000).toISOString();
    return { ...row, id: `${number}`, ref: `R${number}`, submission_key: `${number}`, form_key: null, created_at };
  });
  for (let from = 0; from < rows.length; from += 100)
    await desk.store.db
      .insertInto("lead")
      .values(rows.slice(from, from + 100).map(({ digest_at: _, ...rest }) => rest))
      .execute();
}

function lines(texts: (string | undefined)[]): string[] {
  return texts.join("").trimEnd().split("\n");
}

test("what a release from before erases has nothing to be found by either", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact(), desk);
  await desk.store.db.updateTable("lead").set({ status: "erased", email: "", payload: "{}" }).execute();
  const { find_text } = await desk.store.db.selectFrom("lead").select("find_text").executeTakeFirstOrThrow();
  expect(find_text).toBe("");
});

test("in a store that no site of this release has opened yet is found as well", async () => {
  const { desk } = await deskForTests();
  const { db, kind } = desk.store;
  await submitLead(contact(), desk);
  if (kind === "sqlite") {
    for (const name of ["lead_found", "lead_without_find_text"]) await db.schema.dropIndex(name).execute();
    await sql`DROP TRIGGER lead_erased`.execute(db);
    await sql`ALTER TABLE lead DROP COLUMN find_text`.execute(db);
  } else await sql`ALTER TABLE lead DROP COLUMN find_text CASCADE`.execute(db);
  expect(await foundLeads(desk.store, "torres", "UTC")).toContain("Ana Torres");
});
