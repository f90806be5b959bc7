import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { memoize } from "./memoize.ts";

afterEach(() => vi.unstubAllEnvs());

test.each(["production", "development", ""])("what a release holds is read once, with NODE_ENV=%j too", (mode) => {
  vi.stubEnv("RELEASE_FOLDER", process.cwd());
  vi.stubEnv("NODE_ENV", mode);
  const { edit, read } = rememberedFile();
  expect(read()).toBe(1);
  edit();
  expect(read()).toBe(1);
});

test.each(["production", "development", ""])(
  "what no release holds is read again once it has changed, with NODE_ENV=%j too",
  (mode) => {
    vi.stubEnv("NODE_ENV", mode);
    const { edit, read } = rememberedFile();
    expect(read()).toBe(1);
    expect(read()).toBe(1);
    edit();
    expect(read()).toBe(2);
  },
);

/** `read` says how often the file has been read. */
function rememberedFile() {
  const file = join(folderForTests(), "file.yaml");
  writeFileSync(file, "a");
  let times = 0;
  return {
    edit: () => writeFileSync(file, "other"),
    read: memoize(
      () => ++times,
      () => [file],
    ),
  };
}
