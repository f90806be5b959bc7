import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { newFile } from "./new-file.ts";
import { StoreError } from "./store-error.ts";

test("a file has its name when it is whole, and is for its owner alone", async () => {
  const folder = folderForTests();
  const file = join(folder, "new");

  await newFile(file, (part) => {
    writeFileSync(part, "half");
    expect(readdirSync(folder)).not.toContain("new");
    expect(statSync(part).mode & 0o777).toBe(0o600);
    writeFileSync(part, "whole");
  });

  expect(readFileSync(file, "utf8")).toBe("whole");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["new"]);
});

test("what cannot be written whole leaves nothing", async () => {
  const folder = folderForTests();
  const trouble = new Error("in the middle");

  const writing = newFile(join(folder, "new"), (part) => {
    writeFileSync(part, "half");
    throw trouble;
  });

  await expect(writing).rejects.toBe(trouble);
  expect(readdirSync(folder)).toEqual([]);
});

test("what is there is not written over, neither when it was there before nor when it came meanwhile", async () => {
  const folder = folderForTests();
  const file = join(folder, "there");
  mkdirSync(join(folder, "a folder"));
  await expect(newFile(join(folder, "a folder"), () => undefined)).rejects.toThrow(/is there already/);

  const writing = newFile(file, () => writeFileSync(file, "somebody's"));

  await expect(writing).rejects.toThrow(
    new StoreError(`${file} is there already. It stays as it is: name another file.`),
  );
  expect(readFileSync(file, "utf8")).toBe("somebody's");
  expect(readdirSync(folder).sort()).toEqual(["a folder", "there"]);
});

test.each([
  ["where there is no folder", "no/new", /^StoreError: \S+new cannot be written: there is no such folder\.$/],
  ["where a file stands for the folder", "file/new", /^StoreError: \S+new cannot be written: it is no folder\.$/],
])("%s, it is said in one line", async (_where, name, said) => {
  const folder = folderForTests();
  writeFileSync(join(folder, "file"), "");

  const error = await newFile(join(folder, name), () => undefined).then(undefined, (cause: unknown) => cause);

  expect(`${error}`).toMatch(said);
});

test("a full disk is said in one line", async () => {
  const full = Object.assign(new Error("write"), { code: "ENOSPC" });
  const file = join(folderForTests(), "new");

  const writing = newFile(file, () => Promise.reject(full));

  await expect(writing).rejects.toThrow(new StoreError(`${file} cannot be written: the disk is full.`));
});
