import { once } from "node:events";
import { chmodSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contact, deliverDue, deliveryTo, deskForTests, states } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { workerProcess } from "./worker-for-tests.ts";

test("a worker process that is killed in a conversation leaves a lead that is delivered once", async () => {
  const { desk, place, clock } = await deskForTests({ now: () => new Date() });
  let asked = 0;
  const never = Promise.withResolvers<void>();
  const stalling = await smtpForTests({
    onMessage() {
      asked += 1;
      return never.promise;
    },
  });
  await submitLead(contact(), desk);
  const first = workerProcess(stalling.url, place);
  await expect.poll(() => asked).toBe(2);
  first.kill("SIGKILL");
  await once(first, "exit");
  expect(await states(desk)).toEqual({ notify: ["leased"], receipt: ["leased"] });

  const smtp = await smtpForTests();
  clock.now = new Date(Date.now() + 61_000);
  await deliverDue(deliveryTo(smtp.url, { ...desk, now: () => clock.now }));

  expect(smtp.mails.map(({ to }) => to)).toEqual([["sales@dreamcode.test"]]);
  expect(await states(desk)).toEqual({ notify: ["sent"], receipt: ["unconfirmed"] });
  await deliverDue(deliveryTo(smtp.url, { ...desk, now: () => clock.now }));
  expect(smtp.mails).toHaveLength(1);
}, 60_000);

test("a worker process that was frozen past its lease cannot record over the one that took its work", async () => {
  const { desk, place } = await deskForTests({ now: () => new Date() });
  const { db } = desk.store;
  let asked = 0;
  const thaw = Promise.withResolvers<void>();
  const stalling = await smtpForTests({
    onMessage() {
      asked += 1;
      return thaw.promise;
    },
  });
  await submitLead(contact(), desk);
  const frozen = workerProcess(stalling.url, place);
  let said = "";
  frozen.stderr?.on("data", (data) => {
    said += data;
  });
  await expect.poll(() => asked).toBe(2);
  frozen.kill("SIGSTOP");
  await db.updateTable("outbox").set({ lease_until: "2026-01-01T00:00:00.000Z" }).execute();

  const smtp = await smtpForTests();
  await deliverDue(deliveryTo(smtp.url, desk));
  const recorded = await db.selectFrom("outbox").selectAll().orderBy("id").execute();
  thaw.resolve();
  frozen.kill("SIGCONT");
  await expect.poll(() => said.match(/lease of \S+ was lost/g)).toHaveLength(2);

  expect(await states(desk)).toEqual({ notify: ["sent"], receipt: ["unconfirmed"] });
  expect(await db.selectFrom("outbox").selectAll().orderBy("id").execute()).toEqual(recorded);
}, 60_000);

test.each(["SIGTERM", "SIGINT"] as const)(
  "a worker process drains on %s and exits with 0",
  async (signal) => {
    const { desk, place } = await deskForTests({ now: () => new Date() });
    const slow = Promise.withResolvers<void>();
    let asked = 0;
    const smtp = await smtpForTests({
      onMessage() {
        asked += 1;
        return slow.promise;
      },
    });
    await submitLead(contact(), desk);
    const worker = workerProcess(smtp.url, place);
    await expect.poll(() => asked).toBe(2);

    worker.kill(signal);
    slow.resolve();
    const [exitCode] = await once(worker, "exit");

    expect(exitCode).toBe(0);
    expect(await states(desk)).toEqual({ notify: ["sent"], receipt: ["sent"] });
  },
  60_000,
);

test("four worker processes share a thousand messages, and each is delivered once", async () => {
  const recipients = Array.from({ length: 1_000 }, (_, index) => `sales-${index}@dreamcode.test`);
  const { desk, place } = await deskForTests({ leadsTo: recipients, now: () => new Date() });
  const smtp = await smtpForTests();
  await submitLead(contact(), desk);

  const workers = Array.from({ length: 4 }, () => workerProcess(smtp.url, place));
  await expect.poll(() => desk.store.counts(), { timeout: 60_000, interval: 200 }).toEqual({ pending: 0, dead: 0 });
  for (const worker of workers) {
    worker.kill("SIGTERM");
    await once(worker, "exit");
  }

  expect(smtp.mails.map(({ to }) => to[0]).sort()).toEqual([...recipients, "Ana@company.com"].sort());
  expect(await desk.store.db.selectFrom("attempt").select("id").execute()).toHaveLength(1_001);
}, 90_000);

test("a worker process without a mail server says what to set, and exits with 1", async () => {
  const { place } = await deskForTests();
  const worker = workerProcess("", place);
  let said = "";
  worker.stderr?.on("data", (data) => {
    said += data;
  });
  const [exitCode] = await once(worker, "close");

  expect(exitCode).toBe(1);
  expect(said).toMatch(/^SMTP_URL is not set[^\n]+\n$/);
}, 60_000);

test("a worker process that may send a password in clear says so loudly, without the password", async () => {
  const { place } = await deskForTests();
  const worker = workerProcess("smtp://site:hunter2@192.0.2.1?ignoreTLS=true", place);
  let said = "";
  worker.stderr?.on("data", (data) => {
    said += data;
  });

  await expect.poll(() => said).toContain("*** SMTP_URL SAYS ignoreTLS=true: the password goes out in clear");
  expect(said).not.toContain("hunter2");
}, 60_000);

test("a worker process says that others can open the folder of the leads, and closes what it keeps there", async () => {
  const { place } = await deskForTests();
  chmodSync(place.dataDir, 0o755);
  chmodSync(join(place.dataDir, "spool"), 0o755);
  const worker = workerProcess("smtp://127.0.0.1:1", place);
  let said = "";
  worker.stderr?.on("data", (data) => {
    said += data;
  });

  await expect
    .poll(() => said, { timeout: 20_000 })
    .toContain(
      `*** Others than this user can open ${place.dataDir}, where inquiries are kept: chmod go= ${place.dataDir} ***`,
    );
  expect(statSync(join(place.dataDir, "spool")).mode & 0o777).toBe(0o700);
}, 30_000);
