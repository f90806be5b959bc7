import { expect, test } from "vitest";
import { contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { currentAlarms } from "#lib/leads/watch/alarms.ts";
import { claimDue } from "./outbox.ts";
import { outboxRow } from "./outbox-row.ts";
import { holdRestored, sendRestored } from "./restored-mail.ts";

test("what a clock that was ahead has queued is held as well", async () => {
  const { desk, clock } = await deskForTests();
  const { now } = clock;
  clock.pass(3_600);
  await submitLead(contact(), desk);
  clock.pass(-3_600);

  expect(await holdRestored(desk.store.db, now)).toBe(2);
  clock.pass(7_200);
  expect(await claimDue(desk, 10)).toEqual([]);
});

test("what was sent by a clock that was years ahead holds nothing that comes after the restart", async () => {
  const { desk, clock } = await deskForTests();
  const { now } = clock;
  clock.pass(3_600 * 24 * 3_650);
  await submitLead(contact({ message: "sent" }), desk);
  await desk.store.db.updateTable("outbox").set({ state: "sent" }).execute();
  clock.now = now;
  await submitLead(contact({ message: "waiting" }), desk);

  clock.pass(60);
  expect(await holdRestored(desk.store.db, clock.now)).toBe(2);
  clock.pass(1);
  await submitLead(contact({ message: "after" }), desk, () => "N3WXY");
  const due = await claimDue(desk, 10);
  expect(due.map(({ kind, message_id }) => [kind, message_id.slice(1, 6)])).toEqual([
    ["notify", "N3WXY"],
    ["receipt", "N3WXY"],
  ]);
});

test("what is held and was refused for a login before is no alarm of today: nobody tries it", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact(), desk);
  await desk.store.db.updateTable("outbox").set({ last_class: "configuration", last_reply: "535" }).execute();
  await holdRestored(desk.store.db, desk.now());
  expect((await currentAlarms(desk)).map(({ topic }) => topic)).toEqual(["restored-mail"]);
});

test("what is let go has its time anew, but for a mail that tells of what was so when it was queued", async () => {
  const { desk, clock } = await deskForTests();
  await submitLead(contact(), desk);
  const at = desk.now().toISOString();
  const digest = outboxRow({ kind: "digest", recipient: "sales@dreamcode.test", at });
  await desk.store.db.insertInto("outbox").values(digest).execute();
  clock.pass(60);
  await holdRestored(desk.store.db, desk.now());
  clock.pass(3_600);

  expect(await sendRestored(desk.store.db, desk.now())).toBe(3);
  const rows = await desk.store.db.selectFrom("outbox").select(["kind", "queued_at"]).orderBy("kind").execute();
  const later = desk.now().toISOString();
  expect(rows.map(({ kind, queued_at }) => [kind, queued_at])).toEqual([
    ["digest", at],
    ["notify", later],
    ["receipt", later],
  ]);
});
