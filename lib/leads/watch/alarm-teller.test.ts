import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { webhookForTests } from "#lib/leads/delivery/webhook-for-tests.ts";
import { contact, deliverDue, deliveryTo, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { refuseCommand, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { alarmTeller } from "./alarm-teller.ts";
import { raiseAlarms } from "./alarms.ts";
import { leadHealth } from "./lead-health.ts";
import { watch } from "./watch.ts";

const going = new AbortController().signal;

test("each address hears of each alarm once, with the words of the mail, and again only after it was over", async () => {
  const { desk } = await deskForTests();
  const [one, two] = [await webhookForTests(), await webhookForTests()];
  const tell = alarmTeller(desk, {
    alarmWebhooks: [one.target, two.target],
    alarmPingUrl: undefined,
    sendsMail: true,
  });
  await tell(going);
  expect(one.got).toEqual([]);

  await breakMail(desk);
  await tell(going);
  await tell(going);

  for (const { got } of [one, two]) {
    expect(got.map(({ body }) => body)).toEqual([
      expect.stringContaining("[Alarm] K7QD2 was not delivered\n\nThe inquiry K7QD2"),
    ]);
    expect(got[0]?.headers["content-type"]).toBe("text/plain; charset=utf-8");
  }

  await desk.store.db.updateTable("outbox").set({ state: "cancelled" }).execute();
  await tell(going);
  await desk.store.db.updateTable("outbox").set({ state: "dead" }).execute();
  await tell(going);
  expect(one.got).toHaveLength(2);
});

test.each(["slack", "teams"] as const)("%s gets an alarm in its own form", async (chat) => {
  const { desk } = await deskForTests();
  const road = await webhookForTests();
  const alarmWebhooks = [{ ...road.target, chat }];
  await breakMail(desk);
  await alarmTeller(desk, { alarmWebhooks, alarmPingUrl: undefined, sendsMail: true })(going);
  expect(JSON.parse(road.got[0]?.body ?? "")).toHaveProperty(chat === "slack" ? "blocks" : "attachments");
  expect(road.got[0]?.headers["content-type"]).toBe("application/json");
  expect(road.got[0]?.body).toContain("[Alarm] K7QD2 was not delivered");
});

test("that the store is away is told, and nothing twice because it came back", async () => {
  const { desk } = await deskForTests();
  const road = await webhookForTests();
  const tell = alarmTeller(desk, { alarmWebhooks: [road.target], alarmPingUrl: undefined, sendsMail: true });
  await sql`ALTER TABLE outbox RENAME TO away`.execute(desk.store.db);
  await tell(going);
  await tell(going);
  await sql`ALTER TABLE away RENAME TO outbox`.execute(desk.store.db);
  await tell(going);
  expect(road.got.map(({ body }) => body.split("\n")[0])).toEqual(["[Alarm] The database cannot be read"]);
});

test("what keeps inquiries from being stored is in the log at once, and mailed when it lasted and the store is back", async () => {
  const { desk, reported, clock } = await deskForTests();
  const tell = alarmTeller(desk, { alarmWebhooks: [], alarmPingUrl: undefined, sendsMail: true });
  await sql`ALTER TABLE outbox RENAME TO away`.execute(desk.store.db);
  await tell(going);
  expect(reported).toContain("ALARM: store-away");
  await sql`ALTER TABLE away RENAME TO outbox`.execute(desk.store.db);
  await tell(going);
  await watch(desk);
  expect(await mailedAlarms(desk)).toEqual([]);

  await sql`ALTER TABLE outbox RENAME TO away`.execute(desk.store.db);
  for (let round = 0; round < 3; round++) await tell(going);
  await sql`ALTER TABLE away RENAME TO outbox`.execute(desk.store.db);
  await watch(desk);
  expect(reported.filter((line) => line === "ALARM: store-away")).toHaveLength(2);
  expect(await mailedAlarms(desk)).toEqual(["[Alarm] Inquiries could not be stored as they should: store-away"]);
  expect((await leadHealth(desk, true)).status).toBe("ok");
  clock.pass(600);
  expect(await leadHealth(desk, true)).toMatchObject({ alarms: [] });
});

test("an address that takes nothing gets it later, and the other does not wait for it", async () => {
  const { desk, reported } = await deskForTests();
  const [refusing, taking] = [await webhookForTests(500), await webhookForTests()];
  const alarmWebhooks = [refusing.target, taking.target];
  const tell = alarmTeller(desk, { alarmWebhooks, alarmPingUrl: undefined, sendsMail: true });
  await breakMail(desk);
  await tell(going);
  await tell(going);
  expect([refusing.got.length, taking.got.length]).toEqual([2, 1]);
  const { name } = refusing.target;
  expect(reported).toContain(`${name} of ALARM_WEBHOOK_URL did not take an alarm: HTTP 500`);
});

test("a start tells nothing that was told before it", async () => {
  const { desk } = await deskForTests();
  const road = await webhookForTests();
  const roads = { alarmWebhooks: [road.target], alarmPingUrl: undefined, sendsMail: true };
  await breakMail(desk);
  await alarmTeller(desk, roads)(going);
  await alarmTeller(desk, roads)(going);
  expect(road.got).toHaveLength(1);
});

test("who waits for the ping has one at once and then each minute, and none while a person is needed", async () => {
  const { desk } = await deskForTests();
  const pings: string[] = [];
  const server = createServer((request, response) => {
    pings.push(`${request.method} ${request.url}`);
    response.end();
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const alarmPingUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ping`;
  const roads = { alarmWebhooks: [], alarmPingUrl, sendsMail: true };
  const tell = alarmTeller(desk, roads);
  await tell(going);
  await tell(going);
  expect(pings).toEqual(["GET /ping"]);

  await breakMail(desk);
  await alarmTeller(desk, roads)(going);
  expect(pings).toHaveLength(1);
});

test("a stop waits for nobody who does not answer", async () => {
  const { desk, reported } = await deskForTests();
  const server = createServer(() => undefined).listen(0, "127.0.0.1");
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const silent = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const stopping = new AbortController();
  const asked = once(server, "request").then(() => stopping.abort());
  await alarmTeller(desk, { alarmWebhooks: [], alarmPingUrl: silent, sendsMail: true })(stopping.signal);
  await asked;
  expect(reported).toEqual([expect.stringMatching(/^ALARM_PING_URL did not answer: AbortError/)]);
});

async function mailedAlarms(desk: Awaited<ReturnType<typeof deskForTests>>["desk"]) {
  await raiseAlarms(desk);
  const rows = await desk.store.db.selectFrom("outbox").select("content").where("kind", "=", "alarm").execute();
  return rows.map(({ content }) => JSON.parse(content ?? "").subject);
}

/** An inquiry whose recipient in the team is gone: health is 503. */
async function breakMail(desk: Awaited<ReturnType<typeof deskForTests>>["desk"]) {
  await submitLead(contact(), desk, () => "K7QD2");
  const mail = await smtpForTests({ onRcptTo: refuseCommand(550) });
  await deliverDue(deliveryTo(mail.url, desk));
}
