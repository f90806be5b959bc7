import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { buildSteps } from "./build-steps.ts";

test("every step of the build script becomes a script that Node can run", () => {
  expect(buildSteps("node lib/content/cli.ts --all && next build")).toEqual([
    ["lib/content/cli.ts", "--all"],
    ["node_modules/next/dist/bin/next", "build"],
  ]);
  expect(buildSteps().every(([file = ""]) => existsSync(file))).toBe(true);
});

test("a step of another kind is named", () => {
  expect(() => buildSteps("node a.ts && vite build")).toThrow("runs vite,");
});
