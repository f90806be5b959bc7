import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { leadsCommand } from "#lib/leads/cli/cli-for-tests.ts";
import { importSpool } from "#lib/leads/intake/spool-import.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { storeEnv } from "#lib/leads/store/place-for-tests.ts";
import { raiseAlarms } from "#lib/leads/watch/alarms.ts";
import { leadHealth } from "#lib/leads/watch/lead-health.ts";
import { refuseCommand, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { bbcode, byProgram, contact, deliverDue, deliveryTo, deskForTests, inquiry } from "./desk-for-tests.ts";

const person = {
  name: "Xiomara Quetzalli",
  email: "Xiomara.Quetzalli@Ñandú.example",
  company: "Floripondio Ltda.",
  phone: "604-555-0199",
  message: "Murciélagos en el desván",
};
const anything = /xiomara|quetzalli|ñand|xn--and|floripondio|5550199|555-0199|murci/i;

test("whatever happens to a lead, what is reported of it names nobody", async () => {
  const { desk, place, reported, logged } = await deskForTests();
  const quoting = (code: number) => Object.assign(new Error(JSON.stringify(person)), { responseCode: code });
  let code = 550;
  const smtp = await smtpForTests({
    onRcptTo: (_address, _session, answer) => answer(code === 550 ? quoting(550) : null),
    onMessage: () => {
      throw quoting(code);
    },
  });
  const delivery = deliveryTo(smtp.url, desk);

  await sql`ALTER TABLE lead RENAME TO away`.execute(desk.store.db);
  await submitLead(inquiry(person), desk);
  await importSpool(desk);
  await leadHealth(desk, true);
  await sql`ALTER TABLE away RENAME TO lead`.execute(desk.store.db);
  await importSpool(desk);
  await deliverDue(delivery);
  await raiseAlarms(desk);

  code = 451;
  await submitLead(contact(person), desk, () => "K7QD2");
  await deliverDue(delivery);
  await submitLead(contact({ ...person, message: "Murciélagos" }), desk, () => "M4XYZ");
  await desk.store.db
    .updateTable("lead")
    .set({ payload: JSON.stringify(person).slice(9) })
    .where("ref", "=", "M4XYZ")
    .execute();
  await deliverDue(delivery);

  writeFileSync(join(place.dataDir, "spool", "half.json"), JSON.stringify(person).slice(0, -9));
  desk.spool.list();
  await sql`ALTER TABLE lead RENAME TO away`.execute(desk.store.db);
  rmSync(join(place.dataDir, "spool"), { recursive: true });
  writeFileSync(join(place.dataDir, "spool"), "a file stands where the folder was");
  expect(await submitLead(inquiry(person), desk)).toEqual({ status: "unavailable" });

  for (const part of ["lead not stored", "spool not imported", "ALARM: dead:", "not composed", "set aside", "either"]) {
    expect(reported.join("\n")).toContain(part);
  }
  expect(reported.filter((line) => anything.test(line))).toEqual([]);
  expect(logged.filter((line) => anything.test(JSON.stringify(line)))).toEqual([]);
});

test("each inquiry and each failed delivery has its line, with what the server said in figures", async () => {
  const { desk, logged } = await deskForTests();
  const smtp = await smtpForTests({ onRcptTo: refuseCommand(450) });
  await submitLead(contact(person), desk, () => "K7QD2");
  await submitLead(contact(person), desk);
  await submitLead(contact({ ...person, message: bbcode }, byProgram), desk, () => "M4XYZ");
  await deliverDue(deliveryTo(smtp.url, desk));

  expect(logged.slice(0, 2)).toEqual([
    { level: "info", event: "inquiry stored", ref: "K7QD2", reason: "contact" },
    { level: "info", event: "inquiry stored", ref: "M4XYZ", reason: "contact, likely spam" },
  ]);
  expect(logged.slice(2)).toEqual(
    expect.arrayContaining([
      {
        level: "warning",
        event: "message not delivered",
        ref: "K7QD2",
        reason: expect.stringMatching(/^notify, \w+: 450/),
      },
      {
        level: "warning",
        event: "message not delivered",
        ref: "K7QD2",
        reason: expect.stringMatching(/^receipt, \w+: 450/),
      },
    ]),
  );
});

test("what a worker and the commands write while a person is mailed, refused and erased names nobody", async () => {
  const { desk, place } = await deskForTests();
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) =>
      answer(Object.assign(new Error(`${address} ${person.message}`), { responseCode: 550 })),
  });
  await submitLead(inquiry(person), desk, () => "K7QD2");
  const env = {
    SMTP_URL: smtp.url,
    MAIL_FROM: "site@dreamcode.test",
    LEADS_TO: "sales@dreamcode.test",
  };
  const worker = spawn(process.execPath, ["lib/leads/watch/worker-process.ts"], {
    env: { ...process.env, ...env, ...storeEnv(place) },
  });
  onTestFinished(() => void worker.kill("SIGKILL"));
  let written = "";
  for (const stream of [worker.stdout, worker.stderr]) stream.on("data", (data) => (written += data));

  await expect.poll(() => written, { timeout: 60_000 }).toContain('"event":"ALARM","reason":"dead:K7QD2"');
  for (const args of [["list"], ["stats"], ["retry", "K7QD2"], ["erase", person.email], ["erase", person.email]]) {
    const { stdout, stderr } = await leadsCommand(args, place, env);
    // What is to be done with the receipt says to whom it goes: that is asked for by whoever runs it.
    written += args[0] === "retry" ? stderr : stdout + stderr;
  }
  worker.kill("SIGTERM");
  await once(worker, "close");

  expect(written).toContain("1 lead was erased.\n");
  expect(written).toContain("Nothing is known of that address.\n");
  expect(written).not.toMatch(anything);
}, 120_000);
