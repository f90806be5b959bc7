import { readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { leadsCommand as leads } from "./cli-for-tests.ts";

test.each([
  ["list"],
  ["show", "K7QD2"],
  ["stats"],
  ["export", "--csv"],
  ["retry", "K7QD2"],
  ["erase", "ana@company.com"],
  ["restored"],
  ["backup", join(tmpdir(), "never-made.backup")],
])("a database file without tables is named in one line by %s, and stays as it is", async (...args) => {
  const dataDir = folderForTests();
  writeFileSync(join(dataDir, "leads.sqlite"), "");
  expect(await leads(args, { dataDir })).toEqual(
    expect.objectContaining({
      exitCode: 1,
      stdout: "",
      stderr: `${join(dataDir, "leads.sqlite")} has no table of inquiries: it is empty, or something else. DATA_DIR says where it is.\n`,
    }),
  );
  expect(readdirSync(dataDir)).toEqual(["leads.sqlite"]);
  expect(statSync(join(dataDir, "leads.sqlite")).size).toBe(0);
});
