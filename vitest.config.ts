import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const leads = "lib/leads/**/*.test.{ts,tsx}";

export default defineConfig({
  test: {
    // Some tests start processes and mail servers of their own, several at once, and a busy machine takes its time.
    testTimeout: 30_000,
    expect: { poll: { timeout: 20_000 } },
    // More than there are cores: many tests wait, for a process, a lock or an end of time, and with two at a time up to 40 % of two cores
    // had nothing to do.
    maxWorkers: 3,
    // Many tests start programs of ours, most of whose time goes into reading the same files: 1.1 s instead of 1.7 s of CPU.
    env: { NODE_COMPILE_CACHE: resolve("node_modules/.cache/compile") },
    projects: [
      {
        extends: true,
        test: {
          name: "site",
          // Playwright owns *.spec.ts; without this list vitest would load those files and fail.
          include: ["{app,bench,components,deploy,lib,scripts}/**/*.test.{ts,tsx}"],
          exclude: [leads],
        },
      },
      // Whatever has to do with leads holds on both stores.
      {
        extends: true,
        test: {
          name: "sqlite",
          include: [leads],
          exclude: ["lib/leads/**/{*postgres*,migrate-store}.test.ts"],
          globalSetup: ["lib/leads/store/make-tables-for-tests.ts", "lib/leads/learn-pitches-for-tests.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          include: [leads],
          // What asks nothing of the store is not run twice.
          exclude: [
            "lib/leads/**/*sqlite*.test.ts",
            "lib/leads/{form,attribution,spam,disk}/**",
            "lib/leads/**/{cli-usage,form-secret,form-token,lead-mails,lead-sheet,retry-delay,sender-code,week}.test.ts",
          ],
          globalSetup: ["lib/leads/store/postgres-for-tests.ts", "lib/leads/learn-pitches-for-tests.ts"],
        },
      },
    ],
  },
});
