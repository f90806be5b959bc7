import fs, { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { contact } from "#lib/leads/desk-for-tests.ts";
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

  expect(spool.count()).toBe(2);
  const again = openSpool(dataDir, () => undefined).list();
  expect(again.map(({ key }) => key)).toEqual(["a1", "b2"]);
  expect(again[0]).toEqual(lead);
  const [file = ""] = readdirSync(join(dataDir, "spool"));
  expect(statSync(join(dataDir, "spool", file)).mode & 0o077).toBe(0);
});

test("a lead is on disk before it has its name, and its name before anybody is thanked", () => {
  const { dataDir, spool } = spoolForTests();
  const synced = watchSyncs(() => readdirSync(join(dataDir, "spool")).filter((name) => name.endsWith(".json")));
  spool.keep(lead);
  expect(synced()).toEqual([
    { what: "file", bytes: JSON.stringify(lead).length, named: [] },
    { what: "folder", inode: statSync(join(dataDir, "spool")).ino, named: ["a1.json"] },
  ]);
});

test("a spool that was removed is on disk itself before anything is in it", () => {
  const { dataDir, spool } = spoolForTests();
  rmSync(join(dataDir, "spool"), { recursive: true });
  const synced = watchSyncs(() => readdirSync(dataDir));
  spool.tryOut();
  expect(synced()).toEqual([
    { what: "folder", inode: statSync(dataDir).ino, named: ["spool"] },
    { what: "file", bytes: 4_096, named: ["spool"] },
  ]);
  expect(readdirSync(join(dataDir, "spool"))).toEqual([]);
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
  expect(spool.count()).toBe(0);
});

test.each(['{"key":', "null", "[]", "7"])(
  "a file that holds %s is set aside and keeps nothing from the others",
  (text) => {
    const { dataDir, spool, reported } = spoolForTests();
    spool.keep(lead);
    writeFileSync(join(dataDir, "spool", "broken.json"), text);

    expect(spool.list()).toHaveLength(1);
    expect(spool.list()).toHaveLength(1);
    expect(spool.setAside()).toEqual(["broken.json.bad"]);
    expect(reported).toEqual(["spooled lead broken.json set aside: not JSON"]);
  },
);

test("a file that cannot be read for now stays, is said once, and keeps nothing waiting: mended, it is taken by itself", () => {
  const { dataDir, spool, reported } = spoolForTests();
  const file = join(dataDir, "spool", "b2.json");
  // Whoever runs the tests may read whatever the rights of a file are; nobody can read a folder as a file.
  mkdirSync(file);
  spool.keep(lead);

  for (let rounds = 0; rounds < 3; rounds += 1) expect(spool.list()).toEqual([lead]);
  expect(spool.count()).toBe(1);
  expect(spool.setAside()).toEqual(["b2.json"]);
  expect(spool.waitingFrom([contact().senderCode ?? ""])).toEqual([lead.at]);
  expect(reported).toEqual([expect.stringMatching(/^spooled lead b2\.json not read: .*EISDIR/)]);

  rmSync(file, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...lead, key: "b2" }));
  expect(spool.list().map(({ key }) => key)).toEqual(["a1", "b2"]);
  expect(spool.setAside()).toEqual([]);
  expect(spool.count()).toBe(2);
  expect(reported).toHaveLength(1);
});

test("while the store is away, a file that cannot be read keeps nobody's inquiry from being kept", () => {
  const { dataDir, spool } = spoolForTests();
  spool.keep(lead);
  mkdirSync(join(dataDir, "spool", "b2.json"));

  expect(spool.waitingFrom([contact().senderCode ?? ""])).toEqual([lead.at]);
  expect(spool.setAside()).toEqual(["b2.json"]);
});

test("a folder that cannot be written to throws, and leaves nothing that looks like a lead", () => {
  const { dataDir, spool } = spoolForTests();
  rmSync(join(dataDir, "spool"), { recursive: true });
  writeFileSync(join(dataDir, "spool"), "a file stands where the folder was");

  expect(() => spool.keep(lead)).toThrow(/ENOTDIR/);
  expect(() => spool.tryOut()).toThrow(/ENOTDIR/);

  expect(readdirSync(dataDir, { recursive: true })).toEqual(["spool"]);
  expect(readFileSync(join(dataDir, "spool"), "utf8")).toBe("a file stands where the folder was");
});

test("a lead that cannot be written whole leaves nothing behind that looks like one", () => {
  const { dataDir, spool } = spoolForTests();
  const sync = vi.spyOn(fs, "fsyncSync").mockImplementation(() => {
    throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  });
  syncBuiltinESMExports();
  onTestFinished(() => {
    sync.mockRestore();
    syncBuiltinESMExports();
  });

  expect(() => spool.keep(lead)).toThrow("no space");
  expect(() => spool.tryOut()).toThrow("no space");
  expect(readdirSync(join(dataDir, "spool"))).toEqual([]);
  expect(spool.count()).toBe(0);
});

test("a file system that makes room for files as they are needed, and says that it has 0, is not full", () => {
  const { spool } = spoolForTests();
  const stats = vi.spyOn(fs, "statfsSync");
  const said = (numbers: { files: number; ffree: number }) => {
    stats.mockReturnValue({ ...fs.statfsSync("."), bavail: 10, bsize: 4_096, ...numbers });
    syncBuiltinESMExports();
    return spool.room();
  };
  onTestFinished(() => {
    stats.mockRestore();
    syncBuiltinESMExports();
  });
  expect(said({ files: 0, ffree: 0 })).toEqual({ bytes: 40_960, files: Number.POSITIVE_INFINITY });
  expect(said({ files: 100, ffree: 7 })).toEqual({ bytes: 40_960, files: 7 });
});

function spoolForTests() {
  const dataDir = folderForTests();
  const reported: string[] = [];
  return { dataDir, reported, spool: openSpool(dataDir, (problem, cause) => reported.push(`${problem}: ${cause}`)) };
}

/** What was forced to disk since, in its order, and which names there were at that moment. */
function watchSyncs(names: () => string[]) {
  const real = fs.fsyncSync;
  const synced: object[] = [];
  const sync = vi.spyOn(fs, "fsyncSync").mockImplementation((handle) => {
    const { ino: inode, size: bytes, ...file } = fs.fstatSync(handle);
    const isFolder = (file.mode & fs.constants.S_IFMT) === fs.constants.S_IFDIR;
    synced.push({ ...(isFolder ? { what: "folder", inode } : { what: "file", bytes }), named: names() });
    real(handle);
  });
  syncBuiltinESMExports();
  onTestFinished(() => {
    sync.mockRestore();
    syncBuiltinESMExports();
  });
  return () => synced;
}
