import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Playwright owns *.spec.ts; without this list vitest would load those files and fail.
    include: ["{app,bench,components,lib,scripts}/**/*.test.{ts,tsx}"],
  },
});
