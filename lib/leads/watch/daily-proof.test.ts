import { expect, test } from "vitest";
import { leadTable } from "#lib/leads/cli/lead-export.ts";
import { leadList } from "#lib/leads/cli/lead-list.ts";
import { tableLines } from "#lib/leads/cli/table-file.ts";
import { anyWebhook, contact, deliverDue, deliveryTo, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { importSpool } from "#lib/leads/intake/spool-import.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { smtpError, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { currentAlarms, raiseAlarms } from "./alarms.ts";
import { submitDailyProof } from "./daily-proof.ts";
import { leadHealth } from "./lead-health.ts";

test("once a day the team gets a mail that says it is a test, however many processes ask for it", async () => {
  const { desk, clock } = await deskForTests({
    dailyProof: true,
    webhooks: [anyWebhook],
    plausibleUrl: "https://plausible.test",
  });
  const smtp = await smtpForTests();

  await Promise.all([submitDailyProof(desk), submitDailyProof(desk), submitDailyProof(desk)]);
  clock.pass(22 * 3600);
  await submitDailyProof(desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  expect(smtp.mails).toHaveLength(1);
  const [{ to, mail } = { to: [], mail: undefined }] = smtp.mails;
  expect(to).toEqual(["sales@dreamcode.test"]);
  expect(mail?.subject).toMatch(/^\[\w{5}\] Test: daily proof, nobody wrote$/);
  expect(mail?.text).toContain("at 2026-11-21 07:00 (Bogota)");
  expect(mail?.replyTo).toBeUndefined();

  clock.pass(3600);
  await submitDailyProof(desk);
  expect(await kinds(desk)).toEqual(["notify", "notify"]);
});

test("the proof of a clock that was a year ahead is none of the days before it", async () => {
  const { desk, clock } = await deskForTests({ dailyProof: true });
  const smtp = await smtpForTests();
  clock.pass(366 * 86_400);
  await submitDailyProof(desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  clock.pass(-366 * 86_400);
  expect((await currentAlarms(desk)).map(({ topic }) => topic)).toContain("proof-missing");
  await submitDailyProof(desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  expect(smtp.mails).toHaveLength(2);
  expect((await currentAlarms(desk)).map(({ topic }) => topic)).not.toContain("proof-missing");
});

test("a proof is in no list, no export and no rate, and no visitor can send one", async () => {
  const { desk } = await deskForTests({ dailyProof: true, rateLimit: true });
  const proof = { name: "Daily proof", email: "hello@dreamcode.test", message: "Proof of 2026-11-21." };
  await submitLead(contact(proof, { key: "proof-2026-11-21" }), desk, () => "V4VVV");
  for (let index = 0; index < 60; index++) {
    await submitLead(contact({ email: `a${index}@x.test`, message: `${index}` }, { senderCode: `${index}` }), desk);
  }

  await submitDailyProof(desk);

  const stored = await desk.store.db.selectFrom("lead").selectAll().where("status", "=", "proof").execute();
  expect(stored).toMatchObject([{ spam_score: 0, amends: null }]);
  const [{ ref } = { ref: "" }] = stored;
  const shown = [
    ...(await leadList(desk.store, "UTC")),
    ...(await Array.fromAsync(tableLines(leadTable(desk.store), "csv"))),
  ].join("");
  expect(shown).toContain("V4VVV");
  expect(shown).not.toContain(ref);
});

test("a proof takes no place of a visitor's in the rates", async () => {
  const { desk } = await deskForTests({ dailyProof: true, rateLimit: true });
  await submitDailyProof(desk);
  for (let index = 0; index < 60; index++) {
    await submitLead(contact({ email: `a${index}@x.test`, message: `${index}` }, { senderCode: `${index}` }), desk);
  }
  const held = await desk.store.db.selectFrom("lead").select("ref").where("status", "=", "quarantined").execute();
  expect(held).toEqual([]);
});

test("a proof that no mail server took within 30 minutes is alarmed once, and the alarm ends when it arrives", async () => {
  const { desk, clock } = await deskForTests({ dailyProof: true });
  let refuses = true;
  const smtp = await smtpForTests({ onRcptTo: (_to, _session, answer) => answer(refuses ? smtpError(451) : null) });
  await submitDailyProof(desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  clock.pass(29 * 60);
  await raiseAlarms(desk);
  expect(await topics(desk)).toEqual([]);

  clock.pass(60);
  await Promise.all([raiseAlarms(desk), raiseAlarms(desk)]);
  expect(await topics(desk)).toEqual(["mail-delayed", "proof-missing"]);
  const alarms = await desk.store.db.selectFrom("outbox").selectAll().where("kind", "=", "alarm").execute();
  const missing = alarms.filter(({ content }) => content?.includes("The daily proof did not arrive"));
  expect(missing).toMatchObject([{ recipient: "alarm@dreamcode.test" }]);
  expect((await leadHealth(desk, true)).alarms).toContain("proof-missing");

  refuses = false;
  clock.pass(4 * 3600);
  await deliverDue(deliveryTo(smtp.url, desk));
  await raiseAlarms(desk);
  expect(await topics(desk)).toEqual([]);
});

test("a site that submits no proof at all is alarmed by its worker, unless none was asked for", async () => {
  const { desk, clock } = await deskForTests({ dailyProof: true });
  await submitDailyProof(desk);
  await deliverDue(deliveryTo((await smtpForTests()).url, desk));
  clock.pass(23.4 * 3600);
  await raiseAlarms(desk);
  expect(await topics(desk)).toEqual([]);

  clock.pass(0.2 * 3600);
  await raiseAlarms({ ...desk, dailyProof: false });
  expect(await topics(desk)).toEqual([]);
  await raiseAlarms(desk);
  expect(await topics(desk)).toEqual(["proof-missing"]);
});

test("a proof that waits in the spool is stored once", async () => {
  const { desk, clock } = await deskForTests({ dailyProof: true });
  const other = {
    key: "another",
    ref: "L2LLLL",
    submission: contact(),
    fields: contactFields,
    at: desk.now().toISOString(),
  };
  desk.spool.keep(other);
  await submitDailyProof(desk);
  clock.pass(60);
  await submitDailyProof(desk);
  expect(desk.spool.list()).toHaveLength(2);

  await importSpool(desk);
  await submitDailyProof(desk);
  const stored = await desk.store.db.selectFrom("lead").select("status").orderBy("status").execute();
  expect(stored.map(({ status }) => status)).toEqual(["new", "proof"]);
});

test("without DAILY_PROOF nothing is sent", async () => {
  const { desk } = await deskForTests();
  await submitDailyProof(desk);
  expect(await kinds(desk)).toEqual([]);
});

const contactFields = { name: "Ana Torres", email: "ana@company.com", message: "Two engineers." };

async function kinds({ store }: LeadDesk) {
  const rows = await store.db.selectFrom("outbox").select("kind").execute();
  return rows.map(({ kind }) => kind);
}

async function topics({ store }: LeadDesk) {
  const open = await store.db.selectFrom("alarm").select("topic").orderBy("topic").execute();
  return open.map(({ topic }) => topic);
}
