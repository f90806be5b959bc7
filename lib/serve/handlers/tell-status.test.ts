import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { setCurrentDesk } from "#lib/leads/current-desk.ts";
import { contact, deliverDue, deliveryTo, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { refuseCommand, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { frontForTests } from "#lib/serve/front-for-tests.ts";

const healthToken = "a token of at least 32 characters";
const away = { host: "203.0.113.9:3000" };

test("a process that answers is live, whatever became of store and disk", async () => {
  const { desk, place } = await openDesk();
  const { ask, asked } = await watchedFront();
  await breakStore(desk);
  breakSpool(place.dataDir);

  const answer = await ask("/api/live");

  expect([answer.status, await answer.json()]).toEqual([200, { status: "ok" }]);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(asked).toEqual([]);
});

test("a site is ready while an inquiry could be kept in the spool or in the store, and not without either", async () => {
  const { desk, place, clock } = await openDesk();
  const { ask } = await watchedFront();
  const ready = async () => {
    clock.pass(10);
    return (await ask("/api/ready")).status;
  };
  expect(await ready()).toBe(200);

  breakSpool(place.dataDir);
  expect(await ready()).toBe(200);
  await breakStore(desk);
  expect(await ready()).toBe(503);
  rmSync(join(place.dataDir, "spool"));
  expect(await ready()).toBe(200);
});

test("what the mail server said, and whose inquiry was given up, is told on this machine and for the token", async () => {
  const { ref } = await deskWithRefusedMail();
  const { read } = await watchedFront();
  const health = async (headers: Record<string, string>) => JSON.parse(await read("/api/health", headers));
  const whole = { status: "failing", alarms: expect.arrayContaining([`dead:${ref}`]) };
  const outline = { status: "failing", alarms: expect.arrayContaining(["dead"]), dead: 0 };

  for (const host of ["localhost:3000", "127.0.0.1:3000", "[::1]:3000"])
    expect(await health({ host }), host).toMatchObject(whole);
  expect(await health({ ...away, authorization: `Bearer ${healthToken}` })).toMatchObject(whole);

  const strangers: Record<string, string>[] = [
    away,
    { host: "www.dreamcode.example" },
    { ...away, authorization: "Bearer another" },
    { ...away, authorization: healthToken },
    { host: "localhost", "x-forwarded-for": "203.0.113.9" },
    { host: "localhost", "x-real-ip": "203.0.113.9" },
    { host: "localhost", forwarded: "for=203.0.113.9" },
    { host: "localhost", via: "1.1 proxy" },
  ];
  for (const headers of strangers) {
    const said = await health(headers);
    expect(said, JSON.stringify(headers)).toMatchObject(outline);
    expect(JSON.stringify(said)).not.toContain(ref);
    expect(said).not.toHaveProperty("reason");
  }
});

test("the mail server's own words are told to none but those who may know", async () => {
  const { desk } = await openDesk();
  await submitLead(contact(), desk);
  const mail = await smtpForTests({ onMailFrom: refuseCommand(535) });
  await deliverDue(deliveryTo(mail.url, desk));
  const { read } = await watchedFront();
  const health = async (headers: Record<string, string>) => JSON.parse(await read("/api/health", headers));
  expect(await health({ host: "localhost" })).toMatchObject({ mail: "paused", reason: expect.stringContaining("535") });
  const outline = await health(away);
  expect(outline).toMatchObject({ mail: "paused", alarms: ["mail-paused"] });
  expect(outline).not.toHaveProperty("reason");
});

test("of a site that others reach, nobody is told without the token: a proxy on the machine may name nobody", async () => {
  const { ref } = await deskWithRefusedMail();
  const { read, get } = await watchedFront("https://www.dreamcode.example");
  expect(await read("/api/health", { host: "127.0.0.1:3000" })).not.toContain(ref);
  expect(await get("/api/metrics", { host: "localhost:3000" })).toBe(401);
  expect(await read("/api/health", { ...away, authorization: `Bearer ${healthToken}` })).toContain(ref);
});

test("nobody has a token where none is set", async () => {
  const { ref } = await deskWithRefusedMail();
  const { read } = await frontForTests(undefined, { watched: { sendsMail: true, healthToken: undefined } });
  expect(await read("/api/health", { ...away, authorization: "Bearer undefined" })).not.toContain(ref);
});

test("Prometheus reads what was accepted, refused and delivered, what waits, and no reference", async () => {
  const { desk, clock } = await openDesk();
  const { ask, read, get } = await watchedFront();
  const post = (fields: Record<string, string>) =>
    ask("/api/forms/contact", {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { accept: "application/json" },
    });
  const typed = { name: "Ana", email: "ana@acme.test", message: "We need two engineers", consent: "on" };
  expect((await post(typed)).status).toBe(201);
  expect((await post({ ...typed, email: "" })).status).toBe(422);
  clock.pass(90);

  const before = await read("/api/metrics", { host: "localhost" });

  expect(before).toContain('site_form_posts_total{form="contact",outcome="accepted"} 1');
  expect(before).toContain('site_form_posts_total{form="contact",outcome="shown again"} 1');
  expect(before).toMatch(/^site_oldest_waiting_seconds 90$/m);
  expect(before).toMatch(/^site_messages_pending 2$/m);
  expect(before).toMatch(/^site_healthy 1$/m);
  expect(before).toMatch(/^site_spooled_inquiries 0$/m);
  expect(Number(/^site_disk_free_bytes (\S+)$/m.exec(before)?.[1])).toBeGreaterThan(1_000);
  expect(before).toMatch(/^site_request_seconds_count\{method="POST"\} 2$/m);
  expect(before).toMatch(/^process_resident_memory_bytes \d+$/m);

  const mail = await smtpForTests();
  await deliverDue(deliveryTo(mail.url, desk));
  const after = await read("/api/metrics", { ...away, authorization: `Bearer ${healthToken}` });
  expect(after).toContain('site_deliveries_total{kind="notify",outcome="sent"} 1');
  expect(after).toMatch(/^site_oldest_waiting_seconds 0$/m);

  expect(await get("/api/metrics", away)).toBe(401);
});

test("while the store is away, its figures are left out and all others are told", async () => {
  const { desk } = await openDesk();
  const { read } = await watchedFront();
  await sql`ALTER TABLE outbox RENAME TO away`.execute(desk.store.db);

  const text = await read("/api/metrics", { host: "localhost" });

  expect(text).toMatch(/^site_healthy 0$/m);
  expect(text).toContain('site_alarm{topic="store-away"} 1');
  expect(text).not.toMatch(/^site_oldest_waiting_seconds \d/m);
  expect(text).toMatch(/^site_spooled_inquiries 0$/m);
});

test("of what only Next knows, nothing is asked, and nothing but reading is answered", async () => {
  await openDesk();
  const { ask, asked, lines } = await watchedFront();
  for (const path of ["/api/live", "/api/ready", "/api/health"]) {
    expect((await ask(path, { method: "HEAD" })).status, path).toBe(200);
    expect((await ask(path, { method: "POST" })).status, path).toBe(405);
  }
  expect(asked.filter(({ url }) => url?.startsWith("/api/"))).toEqual([]);
  await expect.poll(() => lines.join("\n")).toContain('"path":"/api/ready"');
});

async function openDesk() {
  const opened = await deskForTests();
  setCurrentDesk(opened.desk);
  return opened;
}

/** One inquiry whose recipient in the team is gone. */
async function deskWithRefusedMail() {
  const { desk } = await openDesk();
  const lead = await submitLead(contact(), desk);
  const mail = await smtpForTests({ onRcptTo: refuseCommand(550) });
  await deliverDue(deliveryTo(mail.url, desk));
  return { ref: lead.status === "received" ? lead.ref : "" };
}

function watchedFront(siteUrl = "http://localhost:3000") {
  return frontForTests(undefined, { watched: { sendsMail: true, healthToken }, siteUrl });
}

async function breakStore({ store }: Awaited<ReturnType<typeof openDesk>>["desk"]) {
  await sql`ALTER TABLE sighting RENAME TO away`.execute(store.db);
}

function breakSpool(dataDir: string) {
  const folder = join(dataDir, "spool");
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "a file stands where the folder was");
}
