import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { contact } from "./desk-for-tests.ts";
import { openSpool, type SpooledLead } from "./spool.ts";

const lead: SpooledLead = {
  key: "a1",
  ref: "K7QD2B",
  at: "2026-11-22T12:00:00.000Z",
  submission: contact(),
  fields: { name: "Ana Torres", email: "ana@company.com", message: "Two engineers." },
};

test("what was kept is there for the next process, the oldest first, and for nobody else to read", () => {
  const { dataDir, spool } = spoolForTests();
  spool.keep({ ...lead, key: "b2", at: "2026-11-22T13:00:00.000Z" });
  spool.keep(lead);

  expect(spool.isEmpty()).toBe(false);
  const again = openSpool(dataDir, () => undefined).list();
  expect(again.map(({ key }) => key)).toEqual(["a1", "b2"]);
  expect(again[0]).toEqual(lead);
  const [file = ""] = readdirSync(join(dataDir, "spool"));
  expect(statSync(join(dataDir, "spool", file)).mode & 0o077).toBe(0);
});

test("a lead that is kept twice keeps its first reference", () => {
  const { spool } = spoolForTests();
  spool.keep(lead);

  expect(spool.keep({ ...lead, ref: "ZZZZZZ" }).ref).toBe("K7QD2B");
  expect(spool.list()).toHaveLength(1);
});

test("what is removed is gone, also when another process removed it first", () => {
  const { spool } = spoolForTests();
  spool.keep(lead);
  spool.remove(lead);
  spool.remove(lead);
  expect(spool.isEmpty()).toBe(true);
});

test("a file that cannot be read is set aside and keeps nothing from the others", () => {
  const { dataDir, spool, reported } = spoolForTests();
  spool.keep(lead);
  writeFileSync(join(dataDir, "spool", "broken.json"), '{"key":');

  expect(spool.list()).toHaveLength(1);
  expect(spool.list()).toHaveLength(1);
  expect(spool.setAside()).toEqual(["broken.json.bad"]);
  expect(reported).toEqual(["spooled lead broken.json set aside: not JSON"]);
});

test("a folder that cannot be written to throws, and leaves nothing that looks like a lead", () => {
  const { dataDir, spool } = spoolForTests();
  rmSync(join(dataDir, "spool"), { recursive: true });
  writeFileSync(join(dataDir, "spool"), "a file stands where the folder was");

  expect(() => spool.keep(lead)).toThrow(/ENOTDIR/);
});

function spoolForTests() {
  const dataDir = folderForTests();
  const reported: string[] = [];
  return { dataDir, reported, spool: openSpool(dataDir, (problem, cause) => reported.push(`${problem}: ${cause}`)) };
}
