import { readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { leadsCommand } from "#lib/leads/cli/cli-for-tests.ts";
import { decideLead } from "#lib/leads/decide/decide-lead.ts";
import { contact, deliverDue, deliveryTo, deskForTests, newsletter } from "#lib/leads/desk-for-tests.ts";
import { eraseOldLeadsUnasked } from "#lib/leads/erase/erase-old-leads.ts";
import { erasePerson } from "#lib/leads/erase/erase-person.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { leadMigrations } from "#lib/leads/store/lead-migrations.ts";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { answerSubscription } from "./answer-subscription.ts";
import { subscriberRecords } from "./subscriber-records.ts";

const day = 86_400;

test("who signs up is on the list once they press the button, however often a program has opened the link", async () => {
  const { desk, join, onList } = await signedUp();
  for (let times = 0; times < 3; times++) {
    const page = await answerSubscription(join, desk, false);
    expect(page?.html).toContain("<h1>Do you want the newsletter?</h1>");
    expect(page?.html).toContain('<form method="post"');
  }
  expect(await onList()).toEqual([]);

  expect((await answerSubscription(join, desk, true))?.html).toContain("<h1>You are on the list</h1>");
  expect((await answerSubscription(join, desk, true))?.html).toContain("<h1>You are on the list already</h1>");
  expect(await onList()).toEqual(["Ana@Company.com"]);
  const history = await desk.store.db.selectFrom("history").select(["what", "who"]).execute();
  expect(history).toEqual([{ what: "joined", who: "subscriber" }]);
});

test("they leave by the other link, also years later, and what was said last under an address counts", async () => {
  const { desk, clock, join, leave, onList, signUp } = await signedUp();
  await answerSubscription(join, desk, true);
  clock.pass(5 * 365 * day);
  expect((await answerSubscription(leave, desk, false))?.html).toContain("<form");
  expect(await onList()).toHaveLength(1);
  expect((await answerSubscription(leave, desk, true))?.html).toContain("You have left the list");
  expect(await onList()).toEqual([]);

  clock.pass(day);
  const again = await signUp("es");
  expect((await answerSubscription(again.join, desk, false))?.html).toContain('<html lang="es"');
  await answerSubscription(again.join, desk, true);
  expect(await onList()).toEqual(["Ana@Company.com"]);
  clock.pass(day);
  await answerSubscription(leave, desk, true);
  expect(await onList(), "by the link of the first mail").toEqual([]);
});

test("whoever confirmed stays on the list though the team takes up the sign-up, and leaves after a clock was put back", async () => {
  const { desk, clock, ref, join, leave, onList } = await signedUp();
  clock.pass(day);
  await answerSubscription(join, desk, true);
  for (const decision of ["mine", "answered"] as const)
    await decideLead({ ref, decision, who: "ana@dreamcode.test" }, desk);
  expect(await onList()).toHaveLength(1);

  clock.pass(-day);
  expect((await answerSubscription(leave, desk, true))?.status).toBe(200);
  expect(await onList()).toEqual([]);
});

test("a receipt from before there were links that comes back has its links", async () => {
  const { desk, ref } = await signedUp();
  const { db } = desk.store;
  await decideLead({ ref, decision: "spam", who: "ana@dreamcode.test" }, desk);
  await db.updateTable("outbox").set({ link_key: null, state: "cancelled" }).where("kind", "=", "receipt").execute();
  await leadMigrations["0009_newsletter"]?.up(db);
  await decideLead({ ref, decision: "not-spam", who: "ana@dreamcode.test" }, desk);
  const smtp = await smtpForTests();
  await deliverDue(deliveryTo(smtp.url, desk));
  expect(smtp.mails.map(({ mail }) => mail.text).join()).toMatch(/\/newsletter\/\S+\/join\//);
});

test("two presses at the same moment are one", async () => {
  const { desk, join } = await signedUp();
  await Promise.all([1, 2, 3].map(() => answerSubscription(join, desk, true)));
  expect(await desk.store.db.selectFrom("history").select("what").execute()).toEqual([{ what: "joined" }]);
});

test("who signed up twice stays on the list by the one, though the other is called spam", async () => {
  const { desk, clock, join, onList, signUp } = await signedUp();
  await answerSubscription(join, desk, true);
  clock.pass(day);
  const again = await signUp();
  await answerSubscription(again.leave, desk, true);
  await answerSubscription(again.join, desk, true);
  await decideLead({ ref: again.ref, decision: "spam", who: "ana@dreamcode.test" }, desk);
  expect(await onList()).toEqual(["Ana@Company.com"]);
});

test("who left stays off the list though the sign-up by whose mail they left is called spam, or erased for its age", async () => {
  const { desk, clock, join, leave, onList, signUp } = await signedUp();
  await answerSubscription(join, desk, true);
  clock.pass(day);
  const second = await signUp();
  await answerSubscription(second.leave, desk, true);
  await decideLead({ ref: second.ref, decision: "spam", who: "ana@dreamcode.test" }, desk);
  expect(await onList(), "left by the second, which is spam now").toEqual([]);

  clock.pass(30 * day);
  const third = await signUp();
  await answerSubscription(third.join, desk, true);
  expect(await onList()).toHaveLength(1);
  await answerSubscription(leave, desk, true);
  // The first two are older.
  await eraseOldLeadsUnasked({ ...desk, retentionDays: 20 });
  expect(await onList(), "left by the first, which is erased").toEqual([]);
  expect((await answerSubscription(third.leave, desk, false))?.html).toContain("You have left the list already");
});

test("while somebody is on the list, their sign-ups outlast RETENTION_DAYS, and each link to leave works; then they go", async () => {
  const { desk, clock, ref, join, leave, onList, signUp } = await signedUp();
  const old = { ...desk, retentionDays: 20 };
  await answerSubscription(join, desk, true);
  clock.pass(day);
  const again = await signUp();
  const stranger = newsletter({ email: "eva@x.test" }, { key: "form-of-eva" });
  await submitLead(stranger, desk, () => "E4444");
  await submitLead(contact({ message: "Old, and of somebody on the list." }), desk, () => "C5555");
  await desk.store.db.updateTable("outbox").set({ state: "sent" }).execute();
  clock.pass(30 * day);
  await eraseOldLeadsUnasked(old);
  const kept = await desk.store.db.selectFrom("lead").select("ref").where("status", "!=", "erased").execute();
  expect(kept.map((lead) => lead.ref).toSorted()).toEqual([ref, again.ref].toSorted());
  expect(await onList()).toHaveLength(1);
  expect((await answerSubscription(again.leave, desk, false))?.status).toBe(200);

  expect((await answerSubscription(leave, desk, true))?.html).toContain("You have left the list");
  await eraseOldLeadsUnasked(old);
  expect(await desk.store.db.selectFrom("lead").select("ref").where("status", "!=", "erased").execute()).toEqual([]);
});

test("a sign-up whose address is not on the list any more, or never was, is erased for its age", async () => {
  const { desk, clock, ref, join, leave, signUp } = await signedUp();
  const old = { ...desk, retentionDays: 20 };
  await answerSubscription(join, desk, true);
  await answerSubscription(leave, desk, true);
  await answerSubscription(join, desk, true);
  await decideLead({ ref, decision: "spam", who: "ana@dreamcode.test" }, desk);
  clock.pass(day);
  await signUp();
  clock.pass(30 * day);
  await eraseOldLeadsUnasked(old);
  expect(await desk.store.db.selectFrom("lead").select("ref").where("status", "!=", "erased").execute()).toEqual([]);
});

test("whoever is on the list leaves it by the mail of a sign-up that was called spam as well", async () => {
  const { desk, clock, join, onList, signUp } = await signedUp();
  await answerSubscription(join, desk, true);
  clock.pass(day);
  const again = await signUp();
  await decideLead({ ref: again.ref, decision: "spam", who: "ana@dreamcode.test" }, desk);
  expect(await onList()).toHaveLength(1);
  expect((await answerSubscription(again.leave, desk, true))?.status).toBe(200);
  expect((await answerSubscription(again.leave, desk, true))?.html).toContain("You have left the list already");
  expect(await onList()).toEqual([]);
});

test("whoever signed up under two spellings of one address is on the list once, and leaves it by either mail", async () => {
  for (const first of [true, false]) {
    const { desk, clock, join, leave, onList, signUp } = await signedUp("jos\u00e9@company.com");
    await answerSubscription(join, desk, true);
    // As an earlier release stored it.
    await desk.store.db.updateTable("lead").set({ email: "jose\u0301@company.com" }).execute();
    clock.pass(day);
    const again = await signUp();
    await answerSubscription(again.join, desk, true);
    expect(await onList()).toEqual(["jos\u00e9@company.com"]);

    clock.pass(day);
    await answerSubscription(first ? leave : again.leave, desk, true);
    expect(await onList()).toEqual([]);
    const left = desk.store.db.selectFrom("history").select("lead_id").distinct().where("what", "=", "left");
    expect(await left.execute()).toHaveLength(2);
  }
});

test("the page of who has left leads back to the list for 30 days, and then to the form", async () => {
  const { desk, clock, join, leave } = await signedUp();
  await answerSubscription(join, desk, true);
  expect((await answerSubscription(leave, desk, true))?.html).toContain(`href="${join}"`);
  clock.pass(31 * day);
  expect((await answerSubscription(leave, desk, true))?.html).toContain('href="/en/newsletter"');
});

test("the link to join is good for 30 days, and leads to the form after that", async () => {
  const { desk, clock, join, onList } = await signedUp();
  clock.pass(30 * day);
  expect((await answerSubscription(join, desk, false))?.status).toBe(200);
  clock.pass(1);
  const over = await answerSubscription(join, desk, true);
  expect([over?.status, over?.html.includes('href="/en/newsletter"')]).toEqual([410, true]);
  expect(await onList()).toEqual([]);
});

test("a link says nothing for another action or mail, and nothing that is not ours is one", async () => {
  const { desk, join, leave } = await signedUp();
  await submitLead(contact({ email: "eva@x.test" }), desk);
  const other = await desk.store.db.selectFrom("outbox").select("id").where("kind", "=", "notify").executeTakeFirst();
  const wrong = [
    join.replace("/join/", "/leave/"),
    join.replace(/[^/]*$/, leave.split("/").at(-1) ?? ""),
    join.replace(/\/[\da-f-]{36}\//, `/${other?.id}/`),
    `${join}/`,
    "/newsletter/",
    "/newsletter/x/join/y",
  ];
  for (const path of wrong) expect([path, await answerSubscription(path, desk, true)]).toEqual([path, undefined]);
});

test("of who was erased or called spam nobody is on the list, and the link leads to nothing", async () => {
  for (const end of ["erase", "spam"] as const) {
    const { desk, ref, join, onList } = await signedUp();
    await answerSubscription(join, desk, true);
    if (end === "erase") await erasePerson("ana@company.com", desk);
    else await decideLead({ ref, decision: "spam", who: "ana@dreamcode.test" }, desk);
    expect((await answerSubscription(join, desk, true))?.status).toBe(410);
    expect(await onList()).toEqual([]);
  }
});

test("the list is a file of its own, and the command alone says how many are on it", async () => {
  const { desk, place, join, leave } = await signedUp();
  await answerSubscription(join, desk, true);
  expect((await leadsCommand(["newsletter"], place)).stdout).toBe("Confirmed, and not left: 1\n");

  const file = `${place.dataDir}/list.jsonl`;
  const env = { SITE_URL: desk.siteUrl };
  expect(await leadsCommand(["newsletter", "--out", file], place, env)).toMatchObject({ exitCode: 0 });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const [record] = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(record).toEqual({
    email: "Ana@Company.com",
    language: "en",
    signed_up: "2026-11-21T12:00:00.000Z",
    confirmed: "2026-11-21T12:00:00.000Z",
    leave: `${desk.siteUrl}${leave}`,
  });
  for (const args of [
    ["newsletter", "--out", ""],
    ["newsletter", "--out", "list.pdf"],
    ["newsletter", "x"],
  ])
    expect((await leadsCommand(args, place)).exitCode).toBe(2);
});

async function signedUp(email = "Ana@Company.com") {
  const { desk, place, clock } = await deskForTests();
  const smtp = await smtpForTests();
  const signUp = async (locale: "en" | "es" = "en") => {
    const taken = await submitLead(newsletter({ email }, { locale, key: `form-of-${clock.now.getTime()}` }), desk);
    await deliverDue(deliveryTo(smtp.url, desk));
    const receipt = smtp.mails.findLast(({ mail }) => mail.messageId?.includes(".receipt."))?.mail;
    const link = (action: string) =>
      new RegExp(`https://www\\.dreamcode\\.test(/newsletter/\\S+/${action}/\\S+)`).exec(receipt?.text ?? "")?.[1] ??
      "";
    const header = (name: string) => receipt?.headers.find(({ key }) => key === name)?.value;
    expect(header("list-unsubscribe")).toContain(`<${desk.siteUrl}${link("leave")}>, <mailto:`);
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    return { ref: taken.status === "received" ? taken.ref : "", join: link("join"), leave: link("leave") };
  };
  const onList = async () => (await subscriberRecords(desk.store, desk.siteUrl)).map(({ email }) => email);
  return { desk, place, clock, signUp, onList, ...(await signUp()) };
}
