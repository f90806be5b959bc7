import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { removeLeftParts } from "./remove-left-parts.ts";

test("what somebody left half written who is gone is removed, and of whoever still writes nothing is", () => {
  const folder = folderForTests();
  const { pid: gone } = spawnSync(process.execPath, ["--version"]);
  const names = [`new.${gone}.part`, `new.${process.ppid}.part`, `new.er.${gone}.part`, "new.part"];
  for (const name of names) writeFileSync(join(folder, name), "half");
  removeLeftParts(join(folder, "new"));
  expect(readdirSync(folder).sort()).toEqual(names.slice(1).sort());
  removeLeftParts(join(folder, "none/new"));
});
