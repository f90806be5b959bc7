import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { keptSecret } from "#lib/kept-secret.ts";
import { leadsCommand as leads } from "#lib/leads/cli/cli-for-tests.ts";
import { contact, deliverDue, deliveryTo, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { markLookedAt } from "#lib/leads/disk/looked-at.ts";
import { eraseAgain } from "#lib/leads/erase/erase-again.ts";
import { openSpool, type SpooledLead } from "#lib/leads/intake/spool.ts";
import { importSpool } from "#lib/leads/intake/spool-import.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { openLeadStore, type StorePlace } from "#lib/leads/store/lead-store.ts";
import { databaseForTests, onServer } from "#lib/leads/store/place-for-tests.ts";
import { leadHealth } from "#lib/leads/watch/lead-health.ts";
import { workerProcess } from "#lib/leads/watch/worker-for-tests.ts";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";

test("a backup that is made while the site runs puts leads, spool and form secret back, for their owner alone", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  desk.spool.keep(spooled);
  writeFileSync(join(place.dataDir, "spool", "half.json.bad"), '{"email":"half@company.com');
  const secret = keptSecret(join(place.dataDir, "form-secret"));
  const file = join(folderForTests(), "leads.backup");

  const { exitCode, stdout, stderr } = await leads(["backup", file], place);

  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(
    place.databaseUrl ? /copy that with pg_dump/ : /^1 stored, 2 in the spool, the form secret\.$/m,
  );
  expect(await leads(["verify", file], place)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(
      place.databaseUrl
        ? /^\S+ is whole, .*\n2 in the spool, the form secret\.$/m
        : /^\S+ is whole, .*\n1 stored, 2 in the spool, the form secret\.$/m,
    ),
  });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(file, ".."))).toEqual(["leads.backup"]);
  const copy = await placeOf(place);
  const restored = await leads(["restore", file], copy);
  expect(restored).toMatchObject({ exitCode: 0, stderr: "" });
  expect(restored.stdout).toContain("Mails that were waiting then: 2, and those of what is in the spool.\n");
  expect(restored.stdout).toContain("npm run leads -- restored\n");
  expect((await leads(["show", "K7QD2"], copy)).stdout).toBe((await leads(["show", "K7QD2"], place)).stdout);
  expect(openSpool(copy.dataDir, () => undefined).list()).toEqual([{ ...spooled, isRestored: true }]);
  expect(readFileSync(join(copy.dataDir, "spool", "half.json.bad"), "utf8")).toContain("half@company.com");
  expect(keptSecret(join(copy.dataDir, "form-secret"))).toBe(secret);
  expect(readdirSync(copy.dataDir).sort()).toEqual(
    ["form-secret", ...(place.databaseUrl ? [] : ["leads.sqlite"]), "spool"].sort(),
  );
  const again = await openLeadStore(copy);
  expect(await again.db.selectFrom("outbox").select("id").execute()).toHaveLength(2);
  await again.close();
}, 60_000);

test("what waited when a backup was made is sent by nobody until somebody decides, and is said until then", async () => {
  const { desk, place } = await deskForTests({ now: () => new Date() });
  const before = await smtpForTests();
  await submitLead(contact({ message: "in the store" }), desk, () => "K7QD2");
  desk.spool.keep(spooled);
  const copy = await restoredCopy(place);
  await importSpool(desk);
  await deliverDue(deliveryTo(before.url, desk));
  expect(told(before)).toEqual(["K7QD2", "S4QDXY"]);

  const smtp = await smtpForTests();
  workerProcess(smtp.url, copy, { ALARM_TO: "alarm@dreamcode.test" });
  await expect.poll(() => smtp.mails, { timeout: 30_000 }).toHaveLength(1);
  expect(smtp.mails[0]?.mail.subject).toBe("[Alarm] Mails from a restored copy wait for your decision: 2");
  const site = await deskOver(copy);
  await importSpool(site);
  expect(site.spool.count()).toBe(0);
  await submitLead(contact({ email: "eva@company.com", message: "after" }), site, () => "N3WXY");
  await expect.poll(() => smtp.mails, { timeout: 30_000 }).toHaveLength(3);
  expect(told(smtp)).toEqual(["N3WXY"]);
  await expect
    .poll(() => leadHealth(site, true), { timeout: 30_000 })
    .toMatchObject({ status: "ok", pending: 4, alarms: ["restored-mail"] });
  expect((await leads(["restored"], copy)).stdout).toMatch(
    /and may have been sent since: 4\.\n\nS4QDXY {2}notify, receipt\nK7QD2 {3}notify, receipt\n\n/,
  );

  expect(await leads(["restored", "--send"], copy)).toMatchObject({ exitCode: 0, stdout: "On their way: 4.\n" });

  await expect.poll(() => smtp.mails, { timeout: 30_000 }).toHaveLength(7);
  expect(told(smtp)).toEqual(["K7QD2", "N3WXY", "S4QDXY"]);
  expect((await leads(["restored"], copy)).stdout).toBe("Nothing of a restored backup waits.\n");
  await expect.poll(() => leadHealth(site, true), { timeout: 30_000 }).toMatchObject({ pending: 0, alarms: [] });
}, 120_000);

test("whoever decides that nothing of it is sent keeps every lead, and is asked again for what comes from the spool", async () => {
  const { desk, place } = await deskForTests({ now: () => new Date() });
  await submitLead(contact(), desk, () => "K7QD2");
  desk.spool.keep(spooled);
  const copy = await restoredCopy(place);

  const dropped = await leads(["restored", "--drop"], copy);

  expect(dropped).toMatchObject({ exitCode: 0, stdout: "Will not be sent: 2. The inquiries stay.\n" });
  const site = await deskOver(copy);
  expect(await leadHealth(site, true)).toMatchObject({ pending: 1, alarms: ["leads-in-spool"] });
  await importSpool(site);
  expect(await leadHealth(site, true)).toMatchObject({ status: "ok", pending: 2, alarms: ["restored-mail"] });
  const later = { ...site, now: () => new Date(Date.now() + 31 * 60_000) };
  expect(await leadHealth(later, true)).toMatchObject({
    status: "failing",
    alarms: expect.arrayContaining(["restored-mail", "mail-delayed"]),
  });
  const smtp = await smtpForTests();
  await deliverDue(deliveryTo(smtp.url, site));
  expect(smtp.mails).toEqual([]);
  expect((await leads(["list"], copy)).stdout.match(/^\w{5,6} /gm)).toHaveLength(2);
  expect((await leads(["show", "K7QD2"], copy)).stdout).toContain("notify to sales@dreamcode.test: cancelled");
}, 60_000);

test("what waited in the spool is held whatever its date, also half a file that somebody mends", async () => {
  const { desk, place } = await deskForTests();
  desk.spool.keep({ ...spooled, at: "2036-01-01T00:00:00.000Z" });
  desk.spool.keep({ ...spooled, key: "b2", ref: "T4QDXY", submission: contact({ message: "half a file" }) });
  renameSync(join(place.dataDir, "spool", "b2.json"), join(place.dataDir, "spool", "b2.json.bad"));
  const copy = await restoredCopy(place);
  renameSync(join(copy.dataDir, "spool", "b2.json.bad"), join(copy.dataDir, "spool", "b2.json"));
  const site = await deskOver(copy);
  site.spool.keep({ ...spooled, key: "c3", ref: "N3WXYZ", submission: contact({ message: "after" }) });
  await importSpool(site);
  expect(await site.store.db.selectFrom("lead").select("ref").execute()).toHaveLength(3);
  const smtp = await smtpForTests();
  await deliverDue(deliveryTo(smtp.url, site));
  expect(told(smtp)).toEqual(["N3WXYZ"]);
}, 60_000);

test("of what waited, retry sends that of one lead, and also what was to be sent to whoever would be named", async () => {
  const { desk, place } = await deskForTests({ now: () => new Date(), leadsTo: [] });
  await submitLead(contact({ message: "one" }), desk, () => "K7QD2");
  await submitLead(contact({ email: "eva@company.com", message: "two" }), desk, () => "M4XYZ");
  const copy = await restoredCopy(place);
  const site = await deskOver(copy);
  const smtp = await smtpForTests();
  await deliverDue(deliveryTo(smtp.url, site));
  expect(smtp.mails).toEqual([]);

  await leads(["retry", "K7QD2"], copy, { LEADS_TO: "sales@dreamcode.test" });

  await deliverDue(deliveryTo(smtp.url, site));
  expect(told(smtp)).toEqual(["K7QD2"]);
  expect((await leads(["restored"], copy)).stdout).toMatch(/sent since: 2\.\n/);
}, 60_000);

test("a refused mail server keeps back what is new only until a mail gets through, whatever is held", async () => {
  const { desk, place } = await deskForTests({ now: () => new Date() });
  await submitLead(contact({ message: "one" }), desk, () => "K7QD2");
  await desk.store.db.updateTable("outbox").set({ last_class: "configuration", last_reply: "535" }).execute();
  const site = await deskOver(await restoredCopy(place));
  await submitLead(contact({ email: "eva@company.com", message: "two" }), site, () => "N3WXY");
  const smtp = await smtpForTests();

  await deliverDue(deliveryTo(smtp.url, site));

  expect(told(smtp)).toEqual(["N3WXY"]);
}, 60_000);

test.each(["backup", "export --out"])("%s writes over nothing that is there", async (command) => {
  const { place } = await deskForTests();
  const file = join(folderForTests(), "there");
  writeFileSync(file, "somebody's");

  expect(await leads([...command.split(" "), file], place)).toEqual({
    exitCode: 1,
    stdout: "",
    stderr: `${file} is there already. It stays as it is: name another file.\n`,
  });
  expect(readFileSync(file, "utf8")).toBe("somebody's");
});

test("nothing is restored over what is there, beside a site that runs, or from what is no whole backup", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact(), desk);
  desk.spool.keep(spooled);
  const folder = folderForTests();
  const file = join(folder, "leads.backup");
  await leads(["backup", file], place);
  const broken = join(folder, "broken.backup");
  writeFileSync(broken, readFileSync(file));
  truncateSync(broken, 9_000);
  const foreign = join(folder, "foreign");
  writeFileSync(foreign, "not a database".repeat(1_000));
  const empty = await placeOf(place);

  for (const [from, to, said] of [
    [file, place, /is not empty\. Stop the site and every worker/],
    [broken, empty, /broken\.backup is not whole: take another backup\./],
    [foreign, empty, /foreign is no backup: npm run leads -- backup FILE makes one\./],
    [join(folder, "gone"), empty, /gone cannot be opened: it is not there/],
    [folder, empty, /cannot be read: it is a folder, or its disk fails\./],
  ] as const) {
    const { exitCode, stdout, stderr } = await leads(["restore", from], to);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toMatch(said);
    expect(stderr.trimEnd()).not.toContain("\n");
    if (from !== file) expect((await leads(["verify", from], to)).stderr).toMatch(said);
  }
  expect(readdirSync(empty.dataDir)).toEqual([]);
  expect(desk.spool.list()).toHaveLength(1);
}, 60_000);

const spooled: SpooledLead = {
  key: "a1",
  ref: "S4QDXY",
  at: new Date().toISOString(),
  submission: contact({ message: "in the spool" }),
  fields: { name: "Luis Rojas", email: "luis@company.com", message: "In the spool." },
};

/** Where an operator puts a copy of it: an empty folder, and on PostgreSQL a copy that the server made. */
async function placeOf({ databaseUrl }: StorePlace): Promise<StorePlace> {
  const serverUrl = inject("postgresUrl");
  if (!databaseUrl || !serverUrl) return { dataDir: folderForTests() };
  const name = new URL(databaseUrl).pathname.slice(1);
  // The server copies none that somebody is connected to. A site finds its way back.
  await onServer(serverUrl, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await onServer(serverUrl, `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '${name}'`);
  const copy = await databaseForTests(serverUrl, `TEMPLATE ${name}`);
  await onServer(serverUrl, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  return { dataDir: folderForTests(), databaseUrl: copy };
}

test("who was erased since a backup was made is erased again, by a list that names nobody and that no backup holds", async () => {
  const { desk, place } = await deskForTests({ now: () => new Date() });
  await submitLead(contact({ email: "gone@company.com", message: "Gone" }), desk, () => "G2222");
  await submitLead(contact({ email: "stays@company.com", message: "Stays" }), desk, () => "S3333");
  desk.spool.keep(spooled);
  const file = join(folderForTests(), "leads.backup");
  expect(await leads(["backup", file], place)).toMatchObject({ exitCode: 0 });
  const copy = await placeOf(place);
  for (const email of ["gone@company.com", spooled.fields.email])
    expect(await leads(["erase", email], place)).toMatchObject({ exitCode: 0, stdout: "1 lead was erased.\n" });
  mkdirSync(join(copy.dataDir, "lost+found"));
  markLookedAt(copy.dataDir);
  const list = join(place.dataDir, "erased-leads");
  const lines = readFileSync(list, "utf8").trimEnd().split("\n");
  expect(lines.map((line) => line.split(" ")[0]).sort()).toEqual(["G2222", spooled.ref].sort());
  expect(statSync(list).mode & 0o777).toBe(0o600);

  const mistyped = await leads(["restore", file, "--erased", `${list}s`], copy);
  expect(mistyped).toMatchObject({ exitCode: 1, stderr: `${list}s is not there.\n` });
  const restored = await leads(["restore", "--erased", list, file], copy);

  expect(restored, restored.stderr).toMatchObject({ exitCode: 0, stderr: "" });
  expect(restored.stdout).toContain("Erased again, of what was erased since: 2.\n");
  const store = await openLeadStore(copy);
  const kept = await store.db.selectFrom("lead").select(["ref", "status", "email"]).orderBy("ref").execute();
  await store.close();
  expect(kept).toEqual([
    { ref: "G2222", status: "erased", email: "" },
    { ref: "S3333", status: "new", email: "stays@company.com" },
    { ref: spooled.ref, status: "erased", email: "" },
  ]);
  expect(openSpool(copy.dataDir, () => undefined).list()).toEqual([]);
  expect(readFileSync(join(copy.dataDir, "erased-leads"), "utf8").trimEnd().split("\n").sort()).toEqual(lines.sort());
  expect((await leads(["restored"], copy)).stdout).not.toContain("G2222  notify");
}, 60_000);

test("what came under a reference after its erasure is somebody else's, and stays when that is repeated", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact(), desk, () => "G2222");
  const before = new Map([["G2222", "2026-11-21T11:59:59.999Z"]]);
  expect(await eraseAgain(before, desk)).toBe(0);
  expect(await eraseAgain(new Map([["G2222", desk.now().toISOString()]]), desk)).toBe(1);
});

async function restoredCopy(place: StorePlace): Promise<StorePlace> {
  const file = join(folderForTests(), "leads.backup");
  expect(await leads(["backup", file], place)).toMatchObject({ exitCode: 0, stderr: "" });
  const copy = await placeOf(place);
  expect(await leads(["restore", file], copy)).toMatchObject({ exitCode: 0, stderr: "" });
  return copy;
}

/** The desk of a site that is started over it. */
async function deskOver(place: StorePlace): Promise<LeadDesk> {
  const store = await openLeadStore(place);
  onTestFinished(() => store.close());
  const spool = openSpool(place.dataDir, () => undefined);
  const { desk } = await deskForTests({ store, spool, now: () => new Date() });
  return desk;
}

/** The references that the team was mailed of. */
function told({ mails }: Awaited<ReturnType<typeof smtpForTests>>) {
  const notices = mails.filter(({ to }) => to.includes("sales@dreamcode.test"));
  return notices.map(({ mail }) => /\w{5,6}/.exec(mail.subject ?? "")?.[0]).sort();
}
