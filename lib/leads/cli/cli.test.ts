import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import {
  beyondDoubt,
  byProgram,
  contact,
  deliverDue,
  deliveryTo,
  deskForTests,
  inquiry,
} from "#lib/leads/desk-for-tests.ts";
import { countOldLeads, eraseOldLeads } from "#lib/leads/erase/erase-old-leads.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { outboxRow } from "#lib/leads/outbox/outbox-row.ts";
import { placeForTests, storeEnv } from "#lib/leads/store/place-for-tests.ts";
import { writeSighting } from "#lib/leads/store/sightings.ts";
import { currentAlarms, raiseAlarms } from "#lib/leads/watch/alarms.ts";
import { refuseCommand, smtpError, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { leadsCommand as leads } from "./cli-for-tests.ts";

const execute = promisify(execFile);

test.runIf(existsSync("/dev/full"))("a full disk behind standard output is said to be that, and no other", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact(), desk);
  const run = execute("sh", ["-c", '"$0" lib/leads/cli/cli.ts export > /dev/full', process.execPath], {
    env: { ...process.env, ...storeEnv(place) },
  });
  await expect(run).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^This cannot be printed whole: .*full\.\n$/),
  });
});

test("list shows the newest lead first, with what was delivered, and names nobody", async () => {
  const { desk, place, clock } = await deskForTests();
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) => answer(address.startsWith("Ana") ? smtpError(451) : null),
  });
  await submitLead(inquiry({}, { locale: "es" }), desk, () => "K7QD2");
  await deliverDue(deliveryTo(smtp.url, desk));
  clock.pass(3600);
  await submitLead(contact(), desk, () => "M4XYZ");

  const { exitCode, stdout } = await leads(["list"], place);

  expect(exitCode).toBe(0);
  expect(stdout.split("\n").map((line) => line.split(/ {2,}/))).toEqual([
    ["REF", "RECEIVED (Bogota)", "FORM", "STATUS", "SERVICE", "COUNTRY", "LANGUAGE", "DELIVERY"],
    ["M4XYZ", "2026-11-21 08:00", "contact", "new", "-", "-", "en", "2 pending"],
    ["K7QD2", "2026-11-21 07:00", "inquiry", "new", "staff-augmentation", "CA", "es", "1 sent, 1 pending"],
    [""],
  ]);
});

test("list finds the leads of a service that has another name today", async () => {
  const { desk, place } = await deskForTests({ services: ["renamed-since"] });
  await submitLead(inquiry({ service: "renamed-since" }), desk, () => "R2222");
  expect((await leads(["list", "--service", "renamed-since"], place)).stdout).toMatch(/^R2222 /m);
});

test("list shows what fits all of its filters", async () => {
  const { desk, place, clock } = await deskForTests({ services: ["staff-augmentation", "not-sure"] });
  const smtp = await smtpForTests();
  await submitLead(inquiry({ country: "CA" }), desk, () => "C2222");
  await deliverDue(deliveryTo(smtp.url, desk));
  clock.pass(86_400);
  await submitLead(beyondDoubt("held"), desk, () => "H3333");
  clock.pass(86_400);
  await submitLead(inquiry({ country: "US", message: "waits" }), desk, () => "D4444");
  clock.pass(86_400);
  await submitLead(inquiry({ service: "not-sure", country: "BR", message: "waits, too" }), desk, () => "F5555");

  for (const [filter, refs] of [
    ["--status new", ["F5555", "D4444", "C2222"]],
    ["--form contact", ["H3333"]],
    ["--service staff-augmentation", ["D4444", "C2222"]],
    ["--service not-sure", ["F5555"]],
    ["--country ca", ["C2222"]],
    ["--held", ["H3333"]],
    ["--undelivered", ["F5555", "D4444"]],
    ["--since 2026-11-22", ["F5555", "D4444", "H3333"]],
    ["--until 2026-11-22", ["H3333", "C2222"]],
    ["--since 2026-11-22 --until 2026-11-22", ["H3333"]],
    ["--form inquiry --undelivered --country US", ["D4444"]],
  ] as const) {
    const { stdout } = await leads(["list", ...filter.split(" ")], place);
    expect(stdout.match(/^\w\d{4}/gm), filter).toEqual(refs);
  }
  expect((await leads(["list", "--country", "MX"], place)).stdout).toBe("No lead fits.\n");
  // Twelve commands, one after the other.
}, 60_000);

test("show tells everything of one lead, however its reference is typed", async () => {
  const { desk, place } = await deskForTests();
  const smtp = await smtpForTests();
  await submitLead(
    inquiry(
      { message: "Line one\nLine two", phone: "604-555-0199" },
      { attribution: { last: { page: "/en/blog/hiring" } } },
    ),
    desk,
    () => "K7QD2",
  );
  await deliverDue(deliveryTo(smtp.url, desk));

  const { exitCode, stdout } = await leads(["show", "k7qd2"], place);

  expect(exitCode).toBe(0);
  for (const fact of [
    /^reference +K7QD2$/m,
    /^name +Ana Torres$/m,
    /^email +Ana@Company\.com$/m,
    /^phone \(E\.164\) +\+16045550199$/m,
    /^how they found us\n {2}read_before +\/en\/blog\/hiring$/m,
    /^message\n {2}Line one\n {2}Line two$/m,
    /^ {2}2026-11-21T12:00:00\.000Z {2}version ead27d35, en, \/en\/inquiry\n {2}“I agree \(inquiry, en\)\.”$/m,
    /^ {2}notify to sales@dreamcode\.test: sent\n {4}<K7QD2\.notify\.[0-9a-f]{8}@dreamcode\.test>$/m,
    /^ {4}2026-11-21T12:00:00\.000Z {2}sent {2}250 2\.6\.0 {2}\d+ ms$/m,
    /^ {2}receipt to Ana@Company\.com: sent$/m,
  ]) {
    expect(stdout).toMatch(fact);
  }
});

test("export gives CSV that a spreadsheet cannot run, the oldest lead first", async () => {
  const { desk, place, clock } = await deskForTests();
  await submitLead(
    inquiry(
      { name: "=HYPERLINK(1)", company: "@SUM", phone: "+1-2", team: "-1", message: 'two\n"lines", here' },
      { attribution: { first: { utm_source: "=1+1", ref: "x", landing: "/en" }, last: { page: "/en/blog/hiring" } } },
    ),
    desk,
    () => "K7QD2",
  );
  clock.pass(1);
  await submitLead(contact({ name: "Ana, Torres" }), desk, () => "M4XYZ");

  const { exitCode, stdout } = await leads(["export"], place);

  expect(exitCode).toBe(0);
  expect(stdout).toBe(
    [
      "ref,received,form,language,status,amends,spam_score,page,name,email,company,country,phone,phone_e164,article,opening,cv,service,team,start,zone,message," +
        "read_before,referrer,landing,utm_source,utm_medium,utm_campaign,utm_term,utm_content,gclid,fbclid,msclkid,li_fat_id,link_ref,call,history",
      "K7QD2,2026-11-21T12:00:00.000Z,inquiry,en,new,,0,/en/inquiry,'=HYPERLINK(1),Ana@Company.com,'@SUM,CA,'+1-2,,,,," +
        `staff-augmentation,'-1,,,"two\n""lines"", here",/en/blog/hiring,,/en,'=1+1,,,,,,,,,x,,`,
      'M4XYZ,2026-11-21T12:00:01.000Z,contact,en,new,,0,/en/contact,"Ana, Torres",Ana@Company.com,,,,,,,,,,,,Two engineers.,,,,,,,,,,,,,,,',
      "",
    ].join("\r\n"),
  );
  expect((await leads(["export", "--csv"], place)).stdout).toBe(stdout);
});

test("export gives JSON lines with every text as it was typed", async () => {
  const { desk, place } = await deskForTests();
  const attribution = { first: { utm_source: "=1+1" } };
  await submitLead(
    inquiry({ name: "=HYPERLINK(1)", company: "@SUM", phone: "+1-2" }, { attribution }),
    desk,
    () => "K7QD2",
  );

  const { stdout } = await leads(["export", "--jsonl"], place);

  expect(stdout.endsWith("}\n")).toBe(true);
  expect(JSON.parse(stdout)).toEqual({
    ref: "K7QD2",
    received: "2026-11-21T12:00:00.000Z",
    form: "inquiry",
    language: "en",
    status: "new",
    spam_score: "0",
    page: "/en/inquiry",
    name: "=HYPERLINK(1)",
    email: "Ana@Company.com",
    company: "@SUM",
    country: "CA",
    phone: "+1-2",
    service: "staff-augmentation",
    message: "Two engineers.",
    utm_source: "=1+1",
  });
});

test("where ; or another sign separates cells, the CSV runs nothing either", async () => {
  const { desk, place } = await deskForTests();
  const message = 'a;=1\nb;"@SUM(1)"\n+1\n- one | -2\t=3, =4 ;  +5;＝6 a-b=c; d = e';
  await submitLead(contact({ name: "Ana;=HYPERLINK(1)", message }), desk, () => "K7QD2");

  const { stdout } = await leads(["export"], place);

  expect(stdout).toContain(`,"Ana;'=HYPERLINK(1)",`);
  for (const separator of [",", ";", "|", "\t"]) {
    const cells = stdout.split("\r\n").flatMap((row) => row.split("\n").flatMap((line) => line.split(separator)));
    expect(cells.filter((cell) => /^[\s"]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
  }
  expect(stdout).toContain(`a-b=c; d = e`);
});

test("export writes a file that a spreadsheet program reads as it is, in the format that its name or an option says", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact({ name: "José Ñandú", message: "=1+1" }), desk, () => "K7QD2");
  const folder = folderForTests();
  const run = async (name: string, ...options: string[]) => {
    const file = join(folder, name);
    expect(await leads(["export", ...options, "--out", file], place)).toEqual({
      exitCode: 0,
      stdout: `${file} has every lead.\n`,
      stderr: "",
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    return readFileSync(file);
  };

  const csv = await run("leads.csv");
  expect(csv.subarray(0, 7).toString("latin1")).toBe("\u00ef\u00bb\u00bfref,");
  expect(csv.toString().slice(1)).toBe((await leads(["export"], place)).stdout);
  expect(csv.toString()).toContain("José Ñandú");
  expect(JSON.parse((await run("leads.JSONL")).toString())).toMatchObject({ message: "=1+1" });
  expect((await run("leads.xlsx")).subarray(0, 4).toString()).toBe("PK\u0003\u0004");
  expect((await run("of-any-name", "--xlsx")).subarray(0, 4).toString()).toBe("PK\u0003\u0004");
}, 60_000);

test("release sends a held lead on, while the site runs, and says when there is none", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(beyondDoubt(), desk, () => "K7QD2");
  expect((await leads(["list"], place)).stdout).toMatch(/^K7QD2 .* quarantined /m);

  const env = { LEADS_TO: "sales@dreamcode.test" };
  expect(await leads(["release", "k7qd2"], place, env)).toMatchObject({
    exitCode: 0,
    stdout: "K7QD2 is real now: whoever was not told of it is, and its sender gets the receipt.\n",
  });

  expect((await leads(["list"], place)).stdout).toMatch(/^K7QD2 .* new .* 2 pending$/m);
  expect(await leads(["release", "K7QD2"], place, env)).toMatchObject({
    exitCode: 1,
    stderr: "Nothing is held under the reference K7QD2.\n",
  });
});

test("spam decides about several at once, also of what was not held, and says of which it cannot", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact({ message: "one" }, byProgram), desk, () => "B2222");
  await submitLead(contact({ message: "two" }, byProgram), desk, () => "C3333");
  await submitLead(contact({ message: "real" }), desk, () => "R4444");

  expect(await leads(["spam", "b2222", "C3333", "R4444", "B2222"], place)).toMatchObject({
    exitCode: 1,
    stdout: "C3333 is spam.\nR4444 is spam.\n",
    stderr: "Nothing with the reference B2222 is to be called spam.\n",
  });
  expect((await leads(["show", "R4444"], place)).stdout).toMatch(/\nhistory\n {2}\S+Z {2}spam by command line\n/);
  expect((await leads(["list", "--held"], place)).stdout).toBe("No lead fits.\n");
});

test("erase-old says what it would erase by which clock, and does it when it is told", async () => {
  const { desk, place } = await deskForTests({ now: () => new Date("2025-01-01T12:00:00.000Z") });
  for (let index = 0; index < 11; index++) await submitLead(beyondDoubt(`${index}`), desk);
  const now = { ...desk, now: () => new Date(), retentionDays: 30 };
  await submitLead(contact({ message: "young" }), now, () => "Y2222");
  await eraseOldLeads(now);
  expect((await currentAlarms(now)).map(({ topic }) => topic)).toContain("retention-refused");

  expect(await leads(["erase-old"], place)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/^RETENTION_DAYS is not set[^\n]+\n$/),
  });
  const env = { RETENTION_DAYS: "30" };
  const asked = await leads(["erase-old"], place, env);
  expect(asked.exitCode).toBe(0);
  expect(asked.stdout).toMatch(/^By the clock of this machine it is \d{4}-\d\d-\d\d \d\d:\d\d UTC\.\n/);
  expect(asked.stdout).toContain("Older than 30 days (RETENTION_DAYS): 11 of 12.\n");
  expect(asked.stdout).toContain("npm run leads -- erase-old --yes");
  expect(await countOldLeads(now, 30)).toEqual({ old: 11, all: 12 });

  expect((await leads(["erase-old", "--yes"], place, env)).stdout).toContain("11 of 12. They were erased.\n");
  expect(await countOldLeads(now, 30)).toEqual({ old: 0, all: 1 });
  expect((await currentAlarms(now)).map(({ topic }) => topic)).not.toContain("retention-refused");
});

test("alarms says what is wrong, since when and what to do, and dismiss ends each without losing the lead", async () => {
  const { desk, place, clock } = await deskForTests();
  expect((await leads(["alarms"], place)).stdout).toMatch(/^Nothing is wrong that the database knows of/);
  const smtp = await smtpForTests({ onRcptTo: refuseCommand(550) });
  await submitLead(contact(), desk, () => "K7QD2");
  await writeSighting(desk.store.db, "proxy-untrusted", new Date().toISOString());
  await deliverDue(deliveryTo(smtp.url, desk));
  await raiseAlarms({ ...desk, now: () => new Date() });
  clock.pass(60);

  const { stdout } = await leads(["alarms"], place);
  expect(stdout).toMatch(
    /^dead:K7QD2, since \d{4}-\d\d-\d\d \d\d:\d\d.*\n {2}\[Alarm\] K7QD2 was not delivered\n {2}The inquiry K7QD2/m,
  );
  expect(stdout).toMatch(/^proxy-untrusted/m);

  expect(await leads(["dismiss", "dead:K7QD2"], place)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^notify to sales@dreamcode\.test: given up \(.*550/m),
  });
  expect(await leads(["dismiss", "proxy-untrusted"], place)).toMatchObject({ exitCode: 0 });
  expect((await leads(["alarms"], place)).stdout).toMatch(/^Nothing is wrong/);
  expect((await leads(["show", "K7QD2"], place)).stdout).toContain("Two engineers.");
  expect(await leads(["dismiss", "K7QD2"], place)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining("Nothing is refused for good under K7QD2."),
  });
});

test("an alarm about alarms that nobody takes is dismissed by its topic", async () => {
  const { desk, place } = await deskForTests();
  const at = new Date().toISOString();
  await desk.store.db
    .insertInto("outbox")
    .values(outboxRow({ kind: "alarm", recipient: "gone@dreamcode.test", at, content: {} }))
    .execute();
  await desk.store.db.updateTable("outbox").set({ state: "dead", last_reply: "550 gone" }).execute();
  expect((await leads(["alarms"], place)).stdout).toMatch(/^alarms-unread/);

  await leads(["dismiss", "alarms-unread"], place);

  expect((await leads(["alarms"], place)).stdout).toMatch(/^Nothing is wrong/);
});

test("retry --dead sends what was refused of every lead, and nothing that only waits", async () => {
  const { desk, place } = await deskForTests();
  const smtp = await smtpForTests({ onRcptTo: refuseCommand(550) });
  for (const ref of ["K7QD2", "M4XYZ"]) await submitLead(contact({ message: ref }), desk, () => ref);
  await deliverDue(deliveryTo(smtp.url, desk));
  await submitLead(contact({ message: "waits" }), desk, () => "W2222");

  const { stdout } = await leads(["retry", "--dead"], place, { LEADS_TO: "sales@dreamcode.test" });

  expect(stdout).toMatch(/^K7QD2: notify to sales@dreamcode\.test: refused before, due now$/m);
  expect(stdout).toMatch(/^M4XYZ: notify to sales@dreamcode\.test: refused before, due now$/m);
  expect(stdout).not.toContain("W2222");
  expect((await leads(["retry", "--dead"], place)).stdout).toBe("Nothing is refused for good.\n");
});

test("a store without leads is said to be one", async () => {
  const { place } = await deskForTests();

  expect(await leads(["list"], place)).toMatchObject({ exitCode: 0, stdout: "No leads yet.\n" });
});

test("an option that npm kept for itself is said, and nothing is done without it", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact({}, byProgram), desk, () => "K7QD2");
  const npm = folderForTests();
  writeFileSync(
    join(npm, "package.json"),
    JSON.stringify({ scripts: { leads: `"${process.execPath}" "${resolve("lib/leads/cli/cli.ts")}"` } }),
  );
  const asTyped = (...typed: string[]) =>
    execute("npm", ["run", "leads", ...typed], { cwd: npm, env: { ...process.env, ...storeEnv(place) } });

  await expect(asTyped("list", "--held")).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining("npm kept --held for itself. Put -- before the command: npm run leads -- list …\n"),
  });
  await expect(asTyped("list", "--status", "new", "--since=2026-01-01")).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining("npm kept --status and --since for itself."),
  });
  await expect(asTyped("--", "list", "--held")).resolves.toMatchObject({ stdout: expect.stringContaining("K7QD2") });
}, 60_000);

test("that is so for every option of every command", async () => {
  const { place } = await deskForTests();
  const { stderr: usage } = await leads([], place);
  const options = [...new Set(usage.match(/--[a-z]+/g))];
  expect(options).toEqual(expect.arrayContaining(["--held", "--out", "--yes", "--json", "--send"]));

  const kept = Object.fromEntries(options.map((option) => [`npm_config_${option.slice(2)}`, "true"]));
  const { exitCode, stdout, stderr } = await leads(["list"], place, kept);

  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  for (const option of options) expect(stderr).toContain(option);
});

test("a reference that nobody has is one line, and 1", async () => {
  const { place } = await deskForTests();

  expect(await leads(["show", "M4XYZ"], place)).toEqual({
    exitCode: 1,
    stdout: "",
    stderr: "There is no lead with the reference M4XYZ.\n",
  });
});

test("a place without a store is one line, and 1", async () => {
  const { exitCode, stdout, stderr } = await leads(["list"], await placeForTests());

  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr).toMatch(/^There is no lead store in [^\n]+\n$/);
});

test("a reader that has seen enough ends the export quietly", async () => {
  const { desk, place } = await deskForTests();
  for (let index = 0; index < 40; index++) await submitLead(contact({ message: `${index}${"m".repeat(9_000)}` }), desk);

  const child = spawn(process.execPath, ["lib/leads/cli/cli.ts", "export"], {
    env: { ...process.env, ...storeEnv(place) },
  });
  let stderr = "";
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  child.stdout.once("data", () => child.stdout.destroy());
  const [exitCode] = await once(child, "close");

  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
});
