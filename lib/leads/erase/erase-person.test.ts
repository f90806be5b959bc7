import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql, type Transaction } from "kysely";
import { expect, test } from "vitest";
import { leadsCommand } from "#lib/leads/cli/cli-for-tests.ts";
import { leadStats } from "#lib/leads/count/lead-stats.ts";
import { deliverMessage } from "#lib/leads/delivery/deliver-message.ts";
import {
  anyWebhook,
  byProgram,
  contact,
  deliverDue,
  deliveryTo,
  deskForTests,
  inquiry,
} from "#lib/leads/desk-for-tests.ts";
import { importSpool } from "#lib/leads/intake/spool-import.ts";
import { storeSpooledLead } from "#lib/leads/intake/store-lead.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { lookupAddress } from "#lib/leads/lookup-address.ts";
import { claimDue, recordAttempt } from "#lib/leads/outbox/outbox.ts";
import { bytesForTests } from "#lib/leads/store/bytes-for-tests.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import type { LeadStore, StorePlace } from "#lib/leads/store/lead-store.ts";
import { currentAlarms } from "#lib/leads/watch/alarms.ts";
import { submitDailyProof } from "#lib/leads/watch/daily-proof.ts";
import { queueDigest } from "#lib/leads/watch/queue-digest.ts";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { eraseLeads } from "./erase-leads.ts";
import { erasePerson } from "./erase-person.ts";
import { leadsOfPerson } from "./leads-of-person.ts";

const person = {
  name: "Xiomara Quetzalli",
  email: "Xiomara.Quetzalli@Ñandú.example",
  company: "Floripondio Ltda.",
  phone: "604-555-0199",
  message: "Murciélagos en el desván desde hace tres noches, y nadie de la oficina sabe qué hacer",
  team: "Veintitrés",
  start: "Pentecostés",
};
const traces = [/xiomara/i, /quetzalli/i, /[ñÑ]and[úÚ]/, /xn--and-6ma2c/, /floripondio/i, /5550199/, /555-0199/].concat(
  [/murci/i, /veintitr/i, /pentecost/i, /desconocida/i],
);

test("a person is gone from every file of the store and the spool, while the site runs, and the counts stay", async () => {
  const { desk, place, clock } = await deskForTests({ rateLimit: true, webhooks: [anyWebhook] });
  const smtp = await smtpForTests();
  const key = "the-same-form";
  await submitLead(inquiry(person, { key, token: "of-the-form" }), desk, () => "K7QD2");
  await deliverDue(deliveryTo(smtp.url, desk));
  await submitLead(inquiry({ ...person, message: "Murciélagos todavía" }, { key }), desk);
  await submitLead(contact({ ...person, message: "Murciélagos otra vez" }, byProgram), desk, () => "H3333");
  await submitLead(contact({ message: "Somebody else." }), desk, () => "M4XYZ");
  await desk.store.db
    .updateTable("lead")
    .set({ attribution: '{"first":{"utm_source":"desconocida"}}' })
    .where("ref", "=", "K7QD2")
    .execute();
  desk.spool.keep(spooled("SPOOL2"));
  await deleteCarelessly(desk.store);
  clock.pass(86_400);
  await queueDigest(desk);
  const whole = await desk.store.db.selectFrom("lead").selectAll().where("ref", "=", "K7QD2").executeTakeFirstOrThrow();
  const { form_key, sender_code, service_titles, phone_e164, text_print, find_text, token_hash } = whole;
  const personal = [form_key, sender_code, service_titles, phone_e164, text_print, find_text, token_hash];
  expect(personal, "there is something to erase").not.toContain(null);
  const before = await leadStats(desk.store, "UTC");
  // As autovacuum does when it pleases.
  if (desk.store.kind === "postgres") await sql`ANALYZE`.execute(desk.store.db);
  expect(await tracesIn(place, desk.store)).toEqual(traces.map(String));

  const done = await leadsCommand(["erase", "XIOMARA.quetzalli@ñandú.EXAMPLE"], place);

  expect(done).toEqual({ exitCode: 0, stdout: "4 leads were erased.\n", stderr: "" });
  expect(await tracesIn(place, desk.store)).toEqual([]);
  const after = await leadStats(desk.store, "UTC");
  expect(after).toMatchObject({ leads: before.leads + 1, amendments: 1, erased: 3, held: 0, undelivered: 1 });
  expect(after.by.service).toEqual([
    { value: "-", leads: 2, held: 0 },
    { value: "staff-augmentation", leads: 2, held: 0 },
  ]);
  expect(after.inbox).toEqual(before.inbox);
  const left = await desk.store.db.selectFrom("lead").selectAll().where("ref", "=", "K7QD2").executeTakeFirstOrThrow();
  // Every column: of one that is new somebody has to say what is left in it.
  expect(left).toEqual({
    id: left.id,
    ref: "K7QD2",
    form: "inquiry",
    locale: "en",
    page: "/en/inquiry",
    submission_key: `erased:${left.id}`,
    form_key: null,
    text_print: null,
    find_text: "",
    token_hash: null,
    payload: '{"country":"CA","service":"staff-augmentation"}',
    service_titles: null,
    email: "",
    phone_e164: null,
    status: "erased",
    spam_score: 0,
    spam_reasons: "[]",
    attribution: "{}",
    call_at: null,
    call_zone: null,
    calls: 0,
    amends: null,
    sender_code: null,
    digest_at: null,
    receipt_at: "2026-11-21T12:00:00.000Z",
    created_at: "2026-11-21T12:00:00.000Z",
    erased_at: expect.stringMatching(/^20.*Z$/),
  });
  const sent = await desk.store.db.selectFrom("outbox").selectAll().where("lead_id", "=", left.id).execute();
  expect(sent.map(({ kind, recipient, content, state }) => [kind, recipient, content, state]).toSorted()).toEqual([
    ["notify", "sales@dreamcode.test", null, "sent"],
    ["receipt", "", null, "sent"],
    ["webhook", anyWebhook.name, null, "cancelled"],
  ]);
  expect(await leadsCommand(["erase", person.email], place)).toEqual({
    exitCode: 1,
    stdout: "",
    stderr: "Nothing is known of that address.\n",
  });

  const before2 = smtp.mails.length;
  await importSpool(desk);
  clock.pass(86_400);
  await deliverDue(deliveryTo(smtp.url, desk));
  const mails = smtp.mails.slice(before2).map(({ source }) => source);
  expect(mails.filter((source) => traces.some((trace) => trace.test(source)))).toEqual([]);
});

test.each(["ana@company.com", "ANA@COMPANY.COM", " Ana <ana@company.com> "])(
  "a person is found by %j",
  async (address) => {
    const { desk, place } = await deskForTests();
    await submitLead(contact(), desk);

    expect((await leadsCommand(["erase", address], place)).stdout).toBe("1 lead was erased.\n");
  },
);

test.each([
  [["erase"], /^Usage/],
  [["erase", "a@b.test", "c@d.test"], /^Usage/],
  [["erase", "K7QD2"], /^That is no address\. Write one, as in ana@company\.com\.\n$/],
])("%j is bad usage", async (args, said) => {
  const { desk, place } = await deskForTests();
  await submitLead(contact(), desk);

  const { exitCode, stderr } = await leadsCommand(args, place);

  expect(exitCode).toBe(2);
  expect(stderr).toMatch(said);
  expect((await leadStats(desk.store, "UTC")).erased).toBe(0);
});

test("what is left can be listed, shown and exported, and neither sent on nor tried again", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(inquiry(person, byProgram), desk, () => "K7QD2");
  await erasePerson(person.email, desk);

  expect((await leadsCommand(["list"], place)).stdout).toMatch(
    /^K7QD2 .* inquiry +erased +staff-augmentation +CA +en +1 cancelled$/m,
  );
  expect((await leadsCommand(["show", "K7QD2"], place)).stdout).toMatch(/^erased +2026-11-21T12:00:00\.000Z$/m);
  expect((await leadsCommand(["export"], place)).stdout).toMatch(
    /^K7QD2,.*,erased,,4,\/en\/inquiry,,,,CA,,,,,,staff-aug/m,
  );
  const env = { LEADS_TO: "sales@dreamcode.test" };
  expect(await leadsCommand(["release", "K7QD2"], place, env)).toMatchObject({ exitCode: 1 });
  expect(await leadsCommand(["retry", "K7QD2"], place, env)).toMatchObject({ exitCode: 1 });
});

test("a worker that holds a message of the person sends nothing afterwards and brings nothing back", async () => {
  const { desk } = await deskForTests({ leadsFallbackTo: "fallback@dreamcode.test", webhooks: [anyWebhook] });
  const smtp = await smtpForTests();
  await submitLead(contact(person), desk, () => "K7QD2");
  await desk.store.db.updateTable("outbox").set({ state: "dead" }).where("kind", "=", "webhook").execute();
  const [first, second] = await claimDue(desk, 2);
  if (!first || !second) throw new Error("two messages were due");

  await erasePerson(person.email, desk);

  await deliverMessage(first, deliveryTo(smtp.url, desk), new AbortController().signal);
  expect(await recordAttempt(second, { class: "permanent", code: 550, reply: "550" }, 1, desk)).toBe(false);
  expect(smtp.mails).toEqual([]);
  const messages = await desk.store.db.selectFrom("outbox").selectAll().execute();
  expect(messages.map(({ kind, state, lease_token }) => [kind, state, lease_token]).sort()).toEqual([
    ["notify", "cancelled", null],
    ["receipt", "cancelled", null],
    ["webhook", "cancelled", null],
  ]);
  expect(await currentAlarms(desk)).toEqual([]);
  expect(await claimDue(desk, 10)).toEqual([]);
});

test("who asks to erase our own address erases no daily proof, for nobody wrote it", async () => {
  const { desk } = await deskForTests({ dailyProof: true });
  await submitDailyProof(desk);
  await submitLead(contact({ email: "hello@dreamcode.test" }), desk, () => "K7QD2");

  expect(await erasePerson("hello@dreamcode.test", desk)).toBe(1);

  const left = (await rows(desk)).map(({ status, email }) => [status, email]);
  expect(left.toSorted()).toEqual([
    ["erased", ""],
    ["proof", "hello@dreamcode.test"],
  ]);
});

test("an erasure that was stopped before the files were rewritten is finished by the next, which finds nothing", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact(person), desk, () => "K7QD2");
  await deleteCarelessly(desk.store);
  await eraseLeads(desk.store, { at: "2026-11-21T12:00:00.000Z", who: "erase" }, (tx) =>
    leadsOfPerson(tx, lookupAddress(person.email)).execute(),
  );
  expect(await bytesForTests(place, desk.store)).toMatch(/murci/i);

  expect(await erasePerson(person.email, desk)).toBe(0);

  const left = await bytesForTests(place, desk.store);
  for (const trace of traces) expect(left).not.toMatch(trace);
});

test("a lead that was read from the spool before it was erased is not stored after", async () => {
  const { desk } = await deskForTests();
  const [lead] = [desk.spool.keep(spooled("SPOOL2"))];
  await erasePerson(person.email, desk);
  await desk.store.db.deleteFrom("history").execute();
  await desk.store.db.deleteFrom("lead").execute();

  await storeSpooledLead(lead, desk);

  expect(await rows(desk)).toEqual([]);
});

test("whatever the spool's import and the erasure do at the same moment, the person is gone in the end", async () => {
  const { desk } = await deskForTests();
  for (let index = 0; index < 30; index++) {
    desk.spool.keep(spooled(`S${index}`));
    await Promise.all([importSpool(desk), erasePerson(person.email, desk)]);
  }

  expect(desk.spool.count()).toBe(0);
  expect((await rows(desk)).filter(({ email, status }) => email !== "" || status !== "erased")).toEqual([]);
  expect(await claimDue(desk, 100)).toEqual([]);
});

test("a lead that is moved into the store between the erasure and the removal of its file is erased as well", async () => {
  const { desk } = await deskForTests();
  desk.spool.keep(spooled("S1"));
  const db = new Proxy(desk.store.db, {
    get(target, name) {
      if (name === "transaction") return transaction;
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  let isFirst = true;
  function transaction() {
    return {
      async execute<T>(callback: (tx: Transaction<LeadDatabase>) => Promise<T>) {
        const result = await desk.store.db.transaction().execute(callback);
        if (isFirst) await importSpool(desk);
        isFirst = false;
        return result;
      },
    };
  }

  expect(await erasePerson(person.email, { ...desk, store: { ...desk.store, db } })).toBe(1);

  expect(desk.spool.count()).toBe(0);
  expect((await rows(desk)).filter(({ email, status }) => email !== "" || status !== "erased")).toEqual([]);
});

test("what cannot be read is removed from the spool as well, and what others wrote of the person stays", async () => {
  const { desk, place } = await deskForTests();
  const folder = join(place.dataDir, "spool");
  const text = JSON.stringify(spooled("SPOOL2"));
  writeFileSync(join(folder, "a.json.bad"), text.slice(0, -20));
  writeFileSync(join(folder, "b.new"), text);
  writeFileSync(join(folder, "c.json"), text.slice(0, -20));
  const colleague = { ...spooled("OTHER2"), key: "other" };
  const fields = { name: "Ana", email: "ana@company.com", message: `"email":"${person.email}" is my colleague's` };
  desk.spool.keep({ ...colleague, submission: contact(fields), fields });

  expect(await erasePerson(person.email, desk)).toBe(0);

  expect(readdirSync(folder)).toEqual(["other.json"]);
});

function spooled(ref: string) {
  const { key = "", ...submission } = inquiry(person);
  const { consent: _given, ...fields } = { ...inquiry().values, ...person };
  const lead = { ...fields, service: "staff-augmentation", country: "CA" };
  return { ref, key: `${key}${ref}`, at: "2026-11-21T12:00:00.000Z", submission, fields: lead };
}

function rows({ store }: Pick<LeadDesk, "store">) {
  return store.db.selectFrom("lead").selectAll().execute();
}

/** As an earlier version of the site deleted, whose files still hold what it freed. */
async function deleteCarelessly({ db, kind }: LeadStore) {
  if (kind !== "sqlite") return;
  await sql`PRAGMA secure_delete=OFF`.execute(db);
  const inserted = Array.from({ length: 50 }, (_, index) => ({
    hash: `${index}`,
    sentence: person.message.repeat(50),
  }));
  await db.insertInto("consent_text").values(inserted).execute();
  await db.deleteFrom("consent_text").where("sentence", "like", `${person.message}%`).execute();
}

/** Which of the person's traces are in the bytes of the store's files and the spool. */
async function tracesIn(place: StorePlace, store: LeadStore): Promise<string[]> {
  const text = await bytesForTests(place, store);
  return traces.filter((trace) => trace.test(text)).map(String);
}

test.each(["jose\u0301@company.com", "jos\u00e9@company.com"])(
  "an address is erased however its letters were typed: %j",
  async (typed) => {
    const { desk } = await deskForTests();
    await submitLead(contact({ email: typed }), desk);
    const { email, payload } = await desk.store.db.selectFrom("lead").selectAll().executeTakeFirstOrThrow();
    expect([email, JSON.parse(payload).email]).toEqual(["jos\u00e9@company.com", "jos\u00e9@company.com"]);
    // As an earlier release stored it.
    await desk.store.db.updateTable("lead").set({ email: typed }).execute();
    expect(await erasePerson("jos\u00e9@company.com", desk)).toBe(1);
  },
);

test.each(["J\u030coe@company.com", "j\u030coe@company.com", "\u01f0oe@company.com"])(
  "an address is found though its small letter is one character and its capital is two: %j",
  async (typed) => {
    const { desk } = await deskForTests();
    await submitLead(contact({ email: "\u01f0oe@company.com", message: "small" }), desk);
    await submitLead(contact({ email: "J\u030coe@company.com", message: "capital" }), desk);
    expect(await erasePerson(typed, desk)).toBe(2);
  },
);
