import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/find-chromium.ts";

if (!existsSync(".releases/current")) {
  console.error("The journeys run against the built site, and there is no build: run `npm run build` first.");
  process.exit(1);
}

const executablePath = findChromium(process.env);
if (!executablePath) {
  console.error(
    "No Chromium was found: install Chromium or Chrome, or set CHROMIUM_PATH to one. `npm test` fetches one.",
  );
  process.exit(1);
}
process.env.CHROMIUM_PATH = executablePath;

const long = [
  "update.spec.ts",
  "machines.spec.ts",
  "third-language.spec.ts",
  "publish.spec.ts",
  "schedule.spec.ts",
  "release.spec.ts",
  "dev.spec.ts",
];

export default defineConfig({
  testDir: "e2e",
  // Those that take minutes begin first: at the end one core would wait for the last of them.
  projects: [
    { name: "long", testMatch: long },
    { name: "short", testMatch: "*.spec.ts", testIgnore: long },
  ],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: "chromium",
    screenshot: "only-on-failure",
    // The fades from page to page cost an eighth of the CPU of journeys through forms; contact.spec.ts has them.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath,
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        // Chromium's sandbox does not start as root, and as root is how containers run.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
});
