import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { beyondDoubt, contact, deskForTests, inquiry } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { leadsCommand } from "./cli-for-tests.ts";
import { personRecord } from "./person-record.ts";

test("all that is kept under an address is shown, held or waiting for the store, and is what erase removes", async () => {
  const { desk, place, clock } = await deskForTests();
  await submitLead(inquiry({ phone: "604-555-0199", message: "First." }), desk, () => "K7QD2");
  clock.pass(1);
  await submitLead(contact({ email: "ANA@company.com", message: "Second." }), desk, () => "M4XYZ");
  clock.pass(1);
  await submitLead(beyondDoubt("Third."), desk, () => "H3333");
  await submitLead(contact({ email: "luz@company.com", message: "Somebody else." }), desk, () => "L4444");
  const away = { ...desk, store: { ...desk.store, isInPlace: () => false } };
  await submitLead(contact({ message: "Fourth." }), away);

  const shown = await leadsCommand(["person", "ana@company.com"], place);
  expect(shown.exitCode).toBe(0);
  for (const said of ["First.", "Second.", "Third.", "Fourth.", "+16045550199", "“I agree (contact, en).”"])
    expect(shown.stdout).toContain(said);
  expect(shown.stdout).not.toContain("Somebody else.");

  const file = join(place.dataDir, "ana.json");
  expect((await leadsCommand(["person", "--out", file, "Ana@Company.com"], place)).exitCode).toBe(0);
  const record = JSON.parse(readFileSync(file, "utf8"));
  expect(record).toMatchObject({
    address: "ana@company.com",
    leads: [
      { fields: { message: "First." }, consents: [{ sentence: "I agree (inquiry, en)." }] },
      { fields: { message: "Second." }, mails: [{ kind: "notify" }, { kind: "receipt" }] },
      { status: "quarantined", spam: { reasons: expect.arrayContaining(["decoy"]) } },
    ],
    waiting: [{ fields: { message: "Fourth." } }],
  });

  expect((await leadsCommand(["erase", "ana@company.com"], place)).stdout).toBe("4 leads were erased.\n");
  expect(await personRecord("ana@company.com", desk)).toBeUndefined();
  expect(await leadsCommand(["person", "ana@company.com"], place)).toMatchObject({
    exitCode: 1,
    stderr: "Nothing is known of that address.\n",
  });
}, 60_000);

test.each([
  [["person"], 2],
  [["person", "ana"], 2],
  [["person", "ana@company.com", "--out"], 2],
  [["person", "ana@company.com", "more"], 2],
  [["person", "--out", "file"], 2],
  [["person", "--csv", "ana@company.com"], 2],
  [["find"], 2],
  [["find", "--name"], 2],
  [["find", "nobody"], 1],
])("%j ends with %d", async (args, exitCode) => {
  const { place } = await deskForTests();
  expect((await leadsCommand(args, place)).exitCode).toBe(exitCode);
});

test("a lead is found by a part of its name, company or address, whatever the accents and capitals", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(inquiry({ name: "Zoë Peña", company: "Café Andino", email: "zoe@acme.com" }), desk, () => "K7QD2");
  await submitLead(contact({ name: "Luz Mora", message: "Peña is not my name." }), desk, () => "M4XYZ");
  for (const [text, refs] of [
    ["PENA", ["K7QD2"]],
    ["cafe  and", ["K7QD2"]],
    ["@acme", ["K7QD2"]],
    ["ana@company", ["M4XYZ"]],
  ] as const) {
    const { stdout } = await leadsCommand(["find", ...text.split("  ")], place);
    expect(stdout.match(/^\w{5}(?= +\d)/gm), text).toEqual(refs);
  }
}, 60_000);
