import { expect, test } from "vitest";
import { buildMismatch } from "./build-mismatch.ts";

const built = { siteUrl: "http://localhost:3000", isStaging: false };

test("pages that were built for another address or purpose are a warning each", () => {
  expect(buildMismatch(built, built)).toEqual([]);
  expect(buildMismatch(built, { siteUrl: "https://www.dreamcode.example", isStaging: true })).toEqual([
    "*** The pages were built with SITE_URL=http://localhost:3000, and this is https://www.dreamcode.example: set SITE_URL and build again. ***",
    "*** The pages were built with SITE_STAGING=off, and this is on: set SITE_STAGING and build again. ***",
  ]);
});
