import { execFile } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { contact, deskForTests, inquiry, newsletter } from "#lib/leads/desk-for-tests.ts";
import { consentVersion } from "#lib/leads/form/consent-version.ts";
import { openLeadStore } from "#lib/leads/store/lead-store.ts";
import { keepConsentSentences, startKeepingConsentSentences } from "./keep-consent-sentences.ts";
import { importSpool } from "./spool-import.ts";
import { submitLead } from "./submit-lead.ts";

const execute = promisify(execFile);

test("an inquiry is stored also while nobody can read what waits in the spool", async () => {
  const { desk, place, reported } = await deskForTests();
  const folder = join(place.dataDir, "spool");
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "a file stands where the folder was");
  expect(await submitLead(contact(), desk)).toMatchObject({ status: "received" });
  expect(await desk.store.counts()).toEqual({ pending: 2, dead: 0 });
  expect(reported).toEqual([expect.stringMatching(/^spool not readable: Error ENOTDIR/)]);
});

test("a lead whose store is moved while it is written is kept in the spool, and not in the file that is gone", async () => {
  const { desk } = await deskForTests();
  const answers = [true];
  const store = { ...desk.store, isInPlace: () => answers.shift() ?? false };
  expect(await submitLead(contact(), { ...desk, store })).toMatchObject({ status: "received" });
  expect(await desk.store.db.selectFrom("lead").select("id").execute()).toEqual([]);
  expect(desk.spool.list()).toHaveLength(1);
});

test("a lead that was stored, and the store's answer to that was lost, has the reference that its visitor was shown", async () => {
  const { desk } = await deskForTests();
  const { db } = desk.store;
  const unanswered = Object.assign(Object.create(db) as typeof db, {
    transaction: () => ({
      async execute(work: Parameters<ReturnType<typeof db.transaction>["execute"]>[0]) {
        await db.transaction().execute(work);
        throw new Error("Query read timeout");
      },
    }),
  });
  const submitted = await submitLead(contact(), { ...desk, store: { ...desk.store, db: unanswered } });
  expect(desk.spool.count()).toBe(1);
  await importSpool(desk);
  expect(desk.spool.count()).toBe(0);
  expect(await leads(desk)).toMatchObject([{ ref: submitted.status === "received" && submitted.ref }]);
});

test("a lead is stored with the consent it was given with and the messages it calls for", async () => {
  const { desk } = await deskForTests({ leadsTo: ["sales@dreamcode.test", "ceo@dreamcode.test"] });

  const submitted = await submitLead(inquiry({ phone: "604-555-0199" }, { locale: "es" }), desk);

  expect(submitted).toEqual({ status: "received", ref: expect.stringMatching(/^[2-9B-DF-HJKMNP-TV-Z]{5}$/) });
  const lead = await desk.store.db.selectFrom("lead").selectAll().executeTakeFirstOrThrow();
  expect(lead).toMatchObject({
    form: "inquiry",
    locale: "es",
    page: "/en/inquiry",
    email: "ana@company.com",
    phone_e164: "+16045550199",
    status: "new",
    spam_score: 0,
    created_at: "2026-11-21T12:00:00.000Z",
    erased_at: null,
  });
  expect(JSON.parse(lead.payload)).toEqual({
    name: "Ana Torres",
    email: "Ana@Company.com",
    message: "Two engineers.",
    company: "Acme",
    country: "CA",
    service: "staff-augmentation",
    phone: "604-555-0199",
  });
  expect(JSON.parse(lead.service_titles ?? "")).toEqual({ en: "Staff augmentation", es: "Ampliación de equipos" });

  const consent = await desk.store.db
    .selectFrom("consent")
    .innerJoin("consent_text", "hash", "text_hash")
    .selectAll()
    .executeTakeFirstOrThrow();
  expect(consent).toMatchObject({
    lead_id: lead.id,
    sentence: "I agree (inquiry, es).",
    version: "35770b98",
    locale: "es",
    page: "/en/inquiry",
    given_at: lead.created_at,
  });
  expect(await messages(desk)).toEqual([
    ["notify", "ceo@dreamcode.test"],
    ["notify", "sales@dreamcode.test"],
    ["receipt", "Ana@Company.com"],
  ]);
});

test("a form with mistakes is answered with them, and nothing is stored", async () => {
  const { desk } = await deskForTests();

  expect(await submitLead(contact({ email: "ana", message: "" }), desk)).toEqual({
    status: "invalid",
    errors: { email: "email_format", message: "message_missing" },
  });
  expect(await leads(desk)).toEqual([]);
});

test("50 posts of one form at once are one lead, and all get its reference", async () => {
  const { desk } = await deskForTests();

  const submitted = await Promise.all(Array.from({ length: 50 }, () => submitLead(contact(), desk)));

  const [lead, ...others] = await leads(desk);
  expect(others).toEqual([]);
  expect(submitted).toEqual(Array.from({ length: 50 }, () => ({ status: "received", ref: lead?.ref })));
  expect(await messages(desk)).toHaveLength(2);
});

test("posts of one form at once to several processes are one lead", async () => {
  const { desk, place } = await deskForTests();
  const program = `
    import { openLeadStore } from "./lib/leads/store/lead-store.ts";
    import { openSpool } from "./lib/leads/intake/spool.ts";
    import { submitLead } from "./lib/leads/intake/submit-lead.ts";
    const store = await openLeadStore(${JSON.stringify(place)});
    const spool = openSpool(${JSON.stringify(place.dataDir)}, console.log);
    const desk = { store, spool, leadsTo: [], webhooks: [], routing: [], siteUrl: "https://www.dreamcode.test", services: [], pitchModel: () => -1,
      now: () => new Date(0),
      consent: () => "I agree.", report: console.log, note: () => undefined };
    const submitted = await Promise.all(Array.from({ length: 12 }, () => submitLead(${JSON.stringify(contact())}, desk)));
    console.log(submitted.map(({ ref }) => ref).join("\\n"));
    await store.close();`;

  const outputs = await Promise.all(
    Array.from({ length: 4 }, () => execute(process.execPath, ["--input-type=module", "--eval", program])),
  );

  const refs = outputs.flatMap(({ stdout }) => stdout.trim().split("\n"));
  const [lead, ...others] = await leads(desk);
  expect(others).toEqual([]);
  expect(refs).toEqual(Array.from({ length: 48 }, () => lead?.ref));
});

test("a stored lead outlives the process, and sending it again gives the same reference", async () => {
  const { desk, place } = await deskForTests();
  const first = await submitLead(contact(), desk);
  await desk.store.close();

  const store = await openLeadStore(place);
  expect(await submitLead(contact(), { ...desk, store })).toEqual(first);
  expect(await leads({ store })).toHaveLength(1);
  await store.close();
});

test.each([
  ["without a key and then with one", undefined, "first-form"],
  ["with a key and then without one", "first-form", undefined],
])("the same text that is posted %s within ten minutes is one lead", async (_order, before, after) => {
  const { desk, clock } = await deskForTests();

  const first = await submitLead(contact({}, { key: before }), desk);
  clock.pass(599);
  expect(await submitLead(contact({}, { key: after }), desk)).toEqual(first);
  clock.pass(3600);
  expect(await submitLead(contact({}, { key: after ?? before }), desk), "its form once more").toEqual(first);
  expect(await leads(desk)).toHaveLength(1);
  await submitLead(contact({ message: "Changed." }, { key: after }), desk);
  await submitLead(contact({ email: "luis@company.com" }, { key: after }), desk);
  expect((await leads(desk)).map(({ amends }) => amends !== null).sort()).toEqual([false, false, after !== undefined]);
});

test("a second click without a script leaves the lead its form's key: what is corrected there amends it", async () => {
  const { desk } = await deskForTests();

  await submitLead(contact({}, { key: "first-form" }), desk, () => "K7QD2");
  await submitLead(contact({}, { key: undefined }), desk);
  await submitLead(contact({ message: "Three engineers." }, { key: "first-form" }), desk);
  expect((await leads(desk)).map(({ ref }) => ref).toSorted()).toEqual(["K7QD2", "K7QD2-2"]);
});

test("a correction that is taken back is the last word that the team has, once", async () => {
  const { desk, clock } = await deskForTests();
  const send = async (message: string) => {
    clock.pass(60);
    return submitLead(contact({ message }, { key: "one-form-alone" }), desk);
  };
  for (const message of ["Call 1.", "Call 2.", "Call 1.", "Call 1."]) await send(message);
  const said = await desk.store.db.selectFrom("lead").select("payload").orderBy("created_at").execute();
  expect(said.map(({ payload }) => JSON.parse(payload).message)).toEqual(["Call 1.", "Call 2.", "Call 1."]);
});

test("of one form twenty messages belong together, and what comes further is a lead of its own, once", async () => {
  const { desk, clock } = await deskForTests();
  const send = async (number: number) => {
    clock.pass(60);
    await submitLead(contact({ message: `Call ${number}.` }, { key: "one-form-alone" }), desk);
  };
  for (let number = 1; number <= 20; number++) await send(number);
  for (const number of [20, 21, 22, 22]) await send(number);
  const leads = await desk.store.db.selectFrom("lead").select(["payload", "amends"]).orderBy("created_at").execute();
  expect(leads.map(({ payload }) => JSON.parse(payload).message)).toEqual(
    Array.from({ length: 22 }, (_, index) => `Call ${index + 1}.`),
  );
  expect(leads.map(({ amends }) => amends !== null)).toEqual([false, ...Array(19).fill(true), false, false]);
});

test.each([undefined, "one-form-alone"])(
  "whoever signs up for the newsletter again after a while gets the mail again, and of a second click no other: form %s",
  async (key) => {
    const { desk, clock } = await deskForTests();
    const receipts = async () => {
      await submitLead(newsletter({}, { key }), desk);
      return (await desk.store.db.selectFrom("outbox").select("id").where("kind", "=", "receipt").execute()).length;
    };
    expect(await receipts()).toBe(1);
    clock.pass(60);
    expect(await receipts()).toBe(1);
    clock.pass(11 * 60);
    expect(await receipts()).toBe(2);
    clock.pass(1);
    expect(await receipts()).toBe(2);
  },
);

test("a second click on a sign-up is none also where ten minutes of the clock begin between the two", async () => {
  const { desk, clock } = await deskForTests();
  clock.pass(599);
  await submitLead(newsletter({}, { key: undefined }), desk);
  clock.pass(2);
  await submitLead(newsletter({}, { key: undefined }), desk);
  expect(await leads(desk)).toHaveLength(1);
});

test("the same text without a key and ten minutes later with one is two leads", async () => {
  const { desk, clock } = await deskForTests();

  await submitLead(contact({}, { key: undefined }), desk);
  clock.pass(600);
  await submitLead(contact({}, { key: "first-form" }), desk);
  expect(await leads(desk)).toHaveLength(2);
});

test("the same text under another key is a lead of its own", async () => {
  const { desk } = await deskForTests();

  await submitLead(contact({}, { key: "first-form" }), desk);
  await submitLead(contact({}, { key: "second-form" }), desk);

  expect(await leads(desk)).toHaveLength(2);
});

test.each([undefined, "", "short", "key with spaces", "k".repeat(65)])(
  "with the key %j the day decides: the same text is one lead today and another tomorrow",
  async (key) => {
    const { desk, clock } = await deskForTests();

    await submitLead(contact({}, { key }), desk);
    clock.pass(11 * 3600);
    await submitLead(contact({}, { key }), desk);
    expect(await leads(desk)).toHaveLength(1);

    clock.pass(3600);
    await submitLead(contact({}, { key }), desk);
    expect(await leads(desk)).toHaveLength(2);
  },
);

test("a reference that is taken is not given twice", async () => {
  const { desk } = await deskForTests();
  const refs = ["K7QD2", "K7QD2", "M4XYZ"];

  await submitLead(contact({ message: "one" }), desk, () => refs.shift() ?? "");
  expect(await submitLead(contact({ message: "two" }), desk, () => refs.shift() ?? "")).toEqual({
    status: "received",
    ref: "M4XYZ",
  });
});

test.each([
  ["sales@dreamcode.test", false],
  ["SALES@DreamCode.test", false],
  ["hello@dreamcode.test", false],
  ["postmaster@company.com", false],
  ["MAILER-DAEMON@company.com", false],
  ["ana.postmaster@company.com", true],
  ["jose@ñandú.co", true],
])("does %s get a receipt? %s", async (email, expected) => {
  const { desk } = await deskForTests();

  expect(await submitLead(contact({ email }), desk)).toMatchObject({ status: "received" });

  expect((await messages(desk)).map(([kind]) => kind).includes("receipt")).toBe(expected);
});

test("while nobody is named to get the leads, the notice waits for somebody", async () => {
  const { desk } = await deskForTests({ leadsTo: [], mailFrom: undefined });

  await submitLead(contact(), desk);

  expect(await messages(desk)).toEqual([
    ["notify", ""],
    ["receipt", "Ana@Company.com"],
  ]);
});

test.each([
  ["604-555-0199", "CA", "+16045550199"],
  ["604-555-0199 ext. 12", "CA", "+16045550199"],
  ["+57 601 555 0199", "US", "+576015550199"],
  ["call me", "CA", null],
  ["12", "CA", null],
  ["604-555-0199", "AQ", null],
])("the telephone %j from %s is understood as %j and kept as typed", async (phone, country, expected) => {
  const { desk } = await deskForTests();

  await submitLead(inquiry({ phone, country }), desk);

  const [lead] = await leads(desk);
  expect(lead?.phone_e164).toBe(expected);
  expect(JSON.parse(lead?.payload ?? "").phone).toBe(phone);
});

test.each(["__proto__", "constructor", "toString"])("a field called %s is left behind", async (name) => {
  const { desk } = await deskForTests();

  const values = { ...contact().values, ...JSON.parse(`{"${name}":"x"}`) };
  expect(await submitLead({ ...contact(), values }, desk)).toMatchObject({ status: "received" });

  const [lead] = await leads(desk);
  expect(Object.keys(JSON.parse(lead?.payload ?? ""))).toEqual(["name", "email", "message"]);
});

test("a consent sentence is kept once, however many agree to it", async () => {
  const { desk } = await deskForTests();

  await submitLead(contact({ message: "one" }), desk);
  await submitLead(contact({ message: "two" }), desk);

  expect(await desk.store.db.selectFrom("consent_text").selectAll().execute()).toHaveLength(1);
  expect(await desk.store.db.selectFrom("consent").selectAll().execute()).toHaveLength(2);
});

test("sentences that could not be kept when the site started are kept once the store is back", async () => {
  const { desk, reported } = await deskForTests();
  const { db } = desk.store;
  await sql`ALTER TABLE consent_text RENAME TO away`.execute(db);
  const keeping = startKeepingConsentSentences(desk, 10);
  onTestFinished(() => keeping.stop());
  await expect.poll(() => reported.length).toBeGreaterThan(1);
  expect(reported[0]).toMatch(/^sentences of consent not kept: /);

  await sql`ALTER TABLE away RENAME TO consent_text`.execute(db);

  const kept = () => db.selectFrom("consent_text").select("sentence").execute();
  await expect.poll(kept).toContainEqual({ sentence: desk.consent("contact", "en") });
});

test("what was agreed to is the sentence that the form showed, also after a release with another one", async () => {
  const { desk } = await deskForTests();
  const earlier = { ...desk, consent: (form: string, locale: string) => `You may store this (${form}, ${locale}).` };
  await keepConsentSentences(earlier);

  const shown = consentVersion(earlier.consent("contact", "en"));
  await submitLead(contact({ message: "shown before" }, { agreed: shown }), desk);
  await submitLead(contact({ message: "made up" }, { agreed: "0123abcd" }), desk);

  const consents = await desk.store.db
    .selectFrom("consent")
    .innerJoin("consent_text", "hash", "text_hash")
    .select(["sentence", "version"])
    .orderBy("sentence")
    .execute();
  expect(consents).toEqual([
    { sentence: desk.consent("contact", "en"), version: expect.any(String) },
    { sentence: earlier.consent("contact", "en"), version: shown },
  ]);
});

test("a lead whose messages cannot be stored is not stored either: the whole of it waits in the spool", async () => {
  const { desk, reported } = await deskForTests();
  await sql`ALTER TABLE outbox RENAME TO away`.execute(desk.store.db);

  const submitted = await submitLead(contact(), desk);

  expect(desk.spool.list()).toMatchObject([{ ref: submitted.status === "received" && submitted.ref }]);
  expect(await leads(desk)).toEqual([]);
  expect(await desk.store.db.selectFrom("consent").selectAll().execute()).toEqual([]);
  expect(reported).toEqual([expect.stringMatching(/^lead not stored: (Error ERR_SQLITE_ERROR|error 42P01)/)]);
});

test("a store that is gone is reported without a word of the visitor's", async () => {
  const { desk, reported } = await deskForTests();
  await desk.store.close();

  expect(await submitLead(contact({ name: "Zacarías", message: "Zarzuela" }), desk)).toMatchObject({
    status: "received",
  });

  expect(reported).toHaveLength(1);
  expect(reported.join()).not.toMatch(/Zacar|Zarz|ana@/i);
});

type Store = Pick<Awaited<ReturnType<typeof deskForTests>>["desk"], "store">;

function leads({ store }: Store) {
  return store.db.selectFrom("lead").selectAll().execute();
}

async function messages({ store }: Store) {
  const rows = await store.db.selectFrom("outbox").selectAll().orderBy("kind").orderBy("recipient").execute();
  return rows.map(({ kind, recipient }) => [kind, recipient]);
}
