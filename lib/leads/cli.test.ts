import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { smtpError, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { contact, deliverDue, deliveryTo, deskForTests, inquiry } from "./desk-for-tests.ts";
import type { StorePlace } from "./lead-store.ts";
import { placeForTests, storeEnv } from "./place-for-tests.ts";
import { submitLead } from "./submit-lead.ts";

const execute = promisify(execFile);

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
    ["REF", "RECEIVED (UTC)", "FORM", "STATUS", "SERVICE", "COUNTRY", "LANGUAGE", "DELIVERY"],
    ["M4XYZ", "2026-11-21 13:00", "contact", "new", "-", "-", "en", "2 pending"],
    ["K7QD2", "2026-11-21 12:00", "inquiry", "new", "staff-augmentation", "CA", "es", "1 sent, 1 pending"],
    [""],
  ]);
});

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
    /^ {2}2026-11-21T12:00:00\.000Z {2}version 2026-11, en, \/en\/inquiry\n {2}“I agree \(inquiry, en\)\.”$/m,
    /^ {2}notify to sales@dreamcode\.test: sent\n {4}<K7QD2\.notify\.[0-9a-f]{8}@www\.dreamcode\.test>$/m,
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
      "ref,received,form,language,status,page,name,email,company,country,phone,phone_e164,service,team,start,zone,message," +
        "read_before,referrer,landing,utm_source,utm_medium,utm_campaign,utm_term,utm_content,gclid,fbclid,msclkid,li_fat_id,link_ref",
      "K7QD2,2026-11-21T12:00:00.000Z,inquiry,en,new,/en/inquiry,'=HYPERLINK(1),Ana@Company.com,'@SUM,CA,'+1-2,," +
        `staff-augmentation,'-1,,,"two\n""lines"", here",/en/blog/hiring,,/en,'=1+1,,,,,,,,,x`,
      'M4XYZ,2026-11-21T12:00:01.000Z,contact,en,new,/en/contact,"Ana, Torres",Ana@Company.com,,,,,,,,,Two engineers.,,,,,,,,,,,,,',
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

test("release sends a held lead on, while the site runs, and says when there is none", async () => {
  const { desk, place } = await deskForTests();
  const signals = { ...contact().signals, isDecoyFilled: true };
  await submitLead(contact({}, { signals }), desk, () => "K7QD2");
  expect((await leads(["list"], place)).stdout).toMatch(/^K7QD2 .* quarantined /m);

  const env = { LEADS_TO: "sales@dreamcode.test" };
  expect(await leads(["release", "k7qd2"], place, env)).toMatchObject({
    exitCode: 0,
    stdout: "K7QD2 is on its way to the team.\n",
  });

  expect((await leads(["list"], place)).stdout).toMatch(/^K7QD2 .* new .* 1 pending$/m);
  expect(await leads(["release", "K7QD2"], place, env)).toMatchObject({
    exitCode: 1,
    stderr: "Nothing is held under the reference K7QD2.\n",
  });
});

test("a store without leads is said to be one", async () => {
  const { place } = await deskForTests();

  expect(await leads(["list"], place)).toMatchObject({ exitCode: 0, stdout: "No leads yet.\n" });
});

test.each([
  [[]],
  [["lists"]],
  [["list", "more"]],
  [["list", "--csv"]],
  [["show"]],
  [["show", "K7QD2", "M4XYZ"]],
  [["release"]],
  [["release", "K7QD2", "M4XYZ"]],
  [["export", "--xml"]],
  [["export", "--csv", "--jsonl"]],
  [["export", "K7QD2"]],
  [["migrate-store", "now"]],
])("%j is answered with how to use it, and 2", async (args) => {
  const { place } = await deskForTests();

  const { exitCode, stdout, stderr } = await leads(args, place);

  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toMatch(/^Usage: npm run leads -- COMMAND\n/);
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

  const child = spawn(process.execPath, ["lib/leads/cli.ts", "export"], {
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

async function leads(args: string[], place: StorePlace, env: Record<string, string> = {}) {
  try {
    const run = await execute(process.execPath, ["lib/leads/cli.ts", ...args], {
      env: { ...process.env, ...env, ...storeEnv(place) },
    });
    return { exitCode: 0, ...run };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { exitCode: code, stdout, stderr };
  }
}
