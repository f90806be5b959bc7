import { expect, test } from "vitest";
import { deskForTests, inquiry } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";

test("what corrects an inquiry reaches whoever has it, also where it is now another's", async () => {
  const routing = [
    { country: "CA", to: ["anna@dreamcode.test"] },
    { country: "US", to: ["bob@dreamcode.test"] },
  ];
  const { desk, clock } = await deskForTests({ routing });
  const key = "one-form-alone";
  await submitLead(inquiry({ country: "CA" }, { key }), desk, () => "K7QD2");
  for (const message of ["Call us.", "Call us tomorrow."]) {
    clock.pass(60);
    await submitLead(inquiry({ country: "US", message }, { key }), desk);
  }
  const told = await desk.store.db
    .selectFrom("outbox")
    .innerJoin("lead", "lead.id", "outbox.lead_id")
    .select(["ref", "recipient"])
    .where("kind", "=", "notify")
    .orderBy("ref")
    .orderBy("recipient")
    .execute();
  expect(told.map(({ ref, recipient }) => `${ref} ${recipient.split("@")[0]}`)).toEqual([
    "K7QD2 anna",
    ...["K7QD2-2", "K7QD2-3"].flatMap((ref) => [`${ref} anna`, `${ref} bob`]),
  ]);
});
