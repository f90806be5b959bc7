import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("each package of the lock, also one for another machine, is held to its hash", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const entries = Object.entries<{ integrity?: string }>(packages).filter(([place]) => place !== "");
  expect(entries.length).toBeGreaterThan(700);
  expect(entries.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([place]) => place)).toEqual([]);
});
