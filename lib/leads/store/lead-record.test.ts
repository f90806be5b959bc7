import { expect, test } from "vitest";
import { contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { erasePerson } from "#lib/leads/erase/erase-person.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { leadRecord, storedLead } from "./lead-record.ts";

test("no mail is made of a lead that was erased, and what is left of it can be read", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  const lead = () => desk.store.db.selectFrom("lead").selectAll().executeTakeFirstOrThrow();
  expect(leadRecord(await lead())).toMatchObject({ ref: "K7QD2", fields: { name: "Ana Torres" } });

  await erasePerson("ana@company.com", desk);
  const erased = await lead();
  expect(() => leadRecord(erased)).toThrow("K7QD2 was erased");
  expect(storedLead(erased)).toMatchObject({ ref: "K7QD2", status: "erased", fields: {} });
});
