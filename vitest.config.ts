import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Some tests start processes and mail servers of their own, several at once, and a busy machine takes its time.
    testTimeout: 30_000,
    // Playwright owns *.spec.ts; without this list vitest would load those files and fail.
    include: ["{app,bench,components,lib,scripts}/**/*.test.{ts,tsx}"],
  },
});
