import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { leadsCommand } from "#lib/leads/cli/cli-for-tests.ts";
import { byProgram, contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { wipeErased } from "#lib/leads/erase/wipe-erased.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { raiseAlarms } from "#lib/leads/watch/alarms.ts";
import { leadHealth } from "#lib/leads/watch/lead-health.ts";
import { watch } from "#lib/leads/watch/watch.ts";
import { openLeadStore } from "./lead-store.ts";
import { siteProcess } from "./site-for-tests.ts";

type Site = Awaited<ReturnType<typeof siteProcess>>;

const losses: [what: string, lose: (file: string) => void][] = [
  ["its log was deleted", (file) => rmSync(`${file}-wal`)],
  ["the index of its log was deleted", (file) => rmSync(`${file}-shm`)],
  ["both files beside it were deleted", (file) => ["-wal", "-shm"].forEach((beside) => void rmSync(file + beside))],
  [
    "both files beside it were moved away",
    (file) => {
      mkdirSync(`${file}.away`);
      for (const beside of ["-wal", "-shm"]) renameSync(file + beside, join(`${file}.away`, beside));
    },
  ],
  ["its log was replaced by a copy", replaceByCopy],
];

const endings: [how: string, end: (site: Site) => Promise<void>][] = [
  ["killed", (site) => site.kill()],
  ["stopped", (site) => site.stop()],
];

test.each(losses.flatMap(([what, lose]) => endings.map(([how, end]) => [what, how, lose, end] as const)))(
  "while the site runs, %s: who was thanked before and after is known after it was %s",
  async (_what, _how, lose, end) => {
    const dataDir = folderForTests();
    const site = await siteProcess({ dataDir });
    await thanked(site, ["before"]);
    lose(join(dataDir, "leads.sqlite"));

    await thanked(site, ["after", "later"]);
    expect(await site.health()).toMatchObject({
      status: "failing",
      alarms: expect.arrayContaining(["store-moved"]),
    });

    await end(site);
    expect(await knownAfterStart(dataDir)).toEqual(["after", "before", "later"]);
  },
);

test.each(
  [...losses.slice(0, 1), ...losses.slice(-2)].flatMap(([what, lose]) =>
    endings.map(([how, end]) => [what, how, lose, end] as const),
  ),
)("%s, and the site is %s before it did anything: who was thanked is known", async (_what, _how, lose, end) => {
  const dataDir = folderForTests();
  const site = await siteProcess({ dataDir });
  await thanked(site, ["before", "too"]);
  lose(join(dataDir, "leads.sqlite"));
  await end(site);
  expect(await knownAfterStart(dataDir)).toEqual(["before", "too"]);
});

const commands = [
  ["erase", "gone@company.com"],
  ["backup", "FILE"],
];

test.each(
  losses
    .slice(1, 3)
    .flatMap(([what, lose]) =>
      commands.flatMap((args) => endings.map(([how, end]) => [what, args.join(" "), how, lose, args, end] as const)),
    ),
)(
  "%s, and beside the site %s was run before it noticed: all who were thanked are known after it was %s",
  async (...row) => {
    const [, , , lose, args, end] = row;
    const dataDir = folderForTests();
    const site = await siteProcess({ dataDir });
    await thanked(site, ["before"]);
    await site.submit(contact({ email: "gone@company.com", message: "gone" }));
    lose(join(dataDir, "leads.sqlite"));
    const backup = join(folderForTests(), "leads.backup");

    const run = await leadsCommand(
      args.map((arg) => (arg === "FILE" ? backup : arg)),
      { dataDir },
    );
    expect(run.stderr).not.toMatch(/ {4}at /);
    await thanked(site, ["after", "later"]);
    expect(await site.health()).toMatchObject({ status: "failing" });
    await end(site);

    const known = await knownAfterStart(dataDir);
    expect(known.filter((message) => message !== "gone")).toEqual(["after", "before", "later"]);
    if (args[0] === "erase") expect(known.includes("gone")).toBe(run.exitCode !== 0);
    if (args[0] === "backup" && run.exitCode === 0) {
      const copy = folderForTests();
      await leadsCommand(["restore", backup], { dataDir: copy });
      expect(knownIn(copy)).toEqual(["before", "gone"]);
    }
  },
);

test.each(losses.slice(0, 3))(
  "several processes on one store, %s: each goes on with all the others",
  async (_what, lose) => {
    const dataDir = folderForTests();
    const [first, second, third] = [
      await siteProcess({ dataDir }),
      await siteProcess({ dataDir }),
      await siteProcess({ dataDir }),
    ];
    await thanked(first, ["1"]);
    await thanked(second, ["2"]);
    lose(join(dataDir, "leads.sqlite"));
    await thanked(second, ["3", "4"]);
    await second.kill();
    await thanked(first, ["5"]);
    await thanked(third, ["6"]);
    await first.stop();
    await thanked(third, ["7"]);
    const fourth = await siteProcess({ dataDir });
    await thanked(fourth, ["8"]);
    await third.stop();
    await thanked(fourth, ["9"]);
    await fourth.kill();
    expect(await knownAfterStart(dataDir)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    expect(fourth.said()).toBe("");
  },
);

test("whatever else works on the store and ends, nothing is said to be lost", async () => {
  const { desk, place } = await deskForTests();
  const others: Site[] = [];
  await submitLead(contact(), desk, () => "K7QD2");
  await submitLead(contact({ message: "held" }, byProgram), desk, () => "H4QD2");
  const out = folderForTests();
  for (const args of [
    ["list"],
    ["export", "--out", join(out, "leads.csv")],
    ["backup", join(out, "leads.backup")],
    ["retry", "K7QD2"],
    ["release", "H4QD2"],
    ["erase", "ana@company.com"],
  ]) {
    others.push(await siteProcess(place));
    expect(await leadsCommand(args, place), args.join(" ")).toMatchObject({ stderr: "" });
    expect(desk.store.isInPlace(60_000), args.join(" ")).toBe(true);
    await others[1]?.importSpool();
    if (others.length > 2) await others.shift()?.[others.length % 2 ? "stop" : "kill"]();
    await submitLead(contact({ message: args.join(" ") }), desk);
  }
  await wipeErased(desk.store);
  for (const other of others) await other.stop();
  expect(desk.store.isInPlace(60_000)).toBe(true);
  expect(desk.spool.count()).toBe(0);
  expect(others.map((other) => other.said()).join("")).toBe("");
  await desk.store.close();
  expect(readdirSync(place.dataDir)).toEqual(["erased-leads", "form-secret", "leads.sqlite", "spool"]);
  const again = await openLeadStore(place);
  expect(again.isInPlace(60_000)).toBe(true);
  await again.close();
}, 60_000);

test("a lost log is an alarm also where all went on, and where it could not, until it is back", async () => {
  const { desk, place, clock, reported } = await deskForTests();
  const file = join(place.dataDir, "leads.sqlite");
  await submitLead(contact({ message: "before" }), desk);
  renameSync(`${file}-wal`, `${file}.away`);
  copyFileSync(`${file}.away`, `${file}-wal`);

  expect(await submitLead(contact({ message: "waits" }), desk)).toMatchObject({ status: "received" });
  expect(desk.spool.list()).toHaveLength(1);
  expect((await leadHealth(desk, true)).alarms).toEqual(["leads-in-spool", "store-moved"]);
  renameSync(`${file}.away`, `${file}-wal`);
  clock.pass(5);
  expect((await leadHealth(desk, true)).alarms).toEqual(["leads-in-spool"]);
  rmSync(join(place.dataDir, "spool"), { recursive: true });

  rmSync(`${file}-wal`);
  await submitLead(contact({ message: "after" }), desk);
  expect(desk.spool.count()).toBe(0);
  expect(existsSync(`${file}-wal`)).toBe(true);
  await watch(desk);
  await raiseAlarms(desk);
  expect(reported).toContain("ALARM: store-moved");
});

function replaceByCopy(file: string) {
  copyFileSync(`${file}-wal`, `${file}.copy`);
  renameSync(`${file}.copy`, `${file}-wal`);
}

async function thanked(site: Site, messages: string[]) {
  for (const message of messages) {
    expect(await site.submit(contact({ message })), message).toMatchObject({ status: "received" });
  }
}

/** The messages that are there after the next start. */
async function knownAfterStart(dataDir: string): Promise<unknown[]> {
  const site = await siteProcess({ dataDir });
  await site.importSpool();
  expect(await site.health()).toMatchObject({ status: "ok", alarms: [] });
  await site.stop();
  return knownIn(dataDir);
}

function knownIn(dataDir: string): unknown[] {
  const database = new DatabaseSync(join(dataDir, "leads.sqlite"), { readOnly: true });
  expect(database.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
  expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
  const rows = database
    .prepare("SELECT json_extract(payload, '$.message') AS message FROM lead WHERE status <> 'erased' ORDER BY 1")
    .all();
  database.close();
  return rows.map(({ message }) => message);
}
