import { statSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { previewSecret } from "./preview-secret.ts";

beforeEach(() => () => vi.unstubAllEnvs());

test("a machine has one of its own, which stays and which nobody else can read", () => {
  vi.stubEnv("FORM_SECRET", "");
  const releases = folderForTests();
  const secret = previewSecret(releases);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(previewSecret(releases)).toBe(secret);
  expect(statSync(join(releases, "preview-secret")).mode & 0o777).toBe(0o600);
});

test("several machines have that of their forms", () => {
  vi.stubEnv("FORM_SECRET", "a secret of thirty-two characters");
  expect(previewSecret(folderForTests())).toBe("a secret of thirty-two characters");
});
