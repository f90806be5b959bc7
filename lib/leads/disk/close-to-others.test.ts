import { execFile } from "node:child_process";
import { chmodSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { closeToOthers } from "./close-to-others.ts";
import { StoreError } from "./store-error.ts";

const execute = promisify(execFile);

// Killed, it leaves the log of the store behind.
const site = `
  import { keptSecret } from "./lib/kept-secret.ts";
  import { openLeadStore } from "./lib/leads/store/lead-store.ts";
  import { openSpool } from "./lib/leads/intake/spool.ts";
  const [, dataDir] = process.argv;
  const store = await openLeadStore({ dataDir });
  keptSecret(dataDir + "/form-secret");
  openSpool(dataDir, console.error).keep({ key: "a1", ref: "K7QD2B", at: "", submission: {}, fields: {} });
  await store.counts();
  process.kill(process.pid, "SIGKILL");`;

test.each(["000", "022", "077"])(
  "under a umask of %s, whatever holds leads is its owner's alone",
  async (umask) => {
    const folder = folderForTests();
    const dataDir = join(folder, "deep", "data");
    const shell = (command: string, ...args: string[]) =>
      execute("sh", ["-c", `umask ${umask}; ${command}`, process.execPath, ...args], {
        env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" },
      });

    await expect(shell(`exec "$0" --input-type=module --eval "$@"`, site, dataDir)).rejects.toMatchObject({
      signal: "SIGKILL",
      stderr: "",
    });
    await shell(
      `"$0" lib/leads/cli/cli.ts backup "$1" && "$0" lib/leads/cli/cli.ts export --out "$2" && DATA_DIR="$3" "$0" lib/leads/cli/cli.ts restore "$1"`,
      join(folder, "backup"),
      join(folder, "leads.csv"),
      join(folder, "restored"),
    );

    expect(pathsIn(folder)).toEqual([
      "700 .",
      "600 backup",
      "700 deep",
      "700 deep/data",
      "600 deep/data/form-secret",
      "600 deep/data/leads.sqlite",
      "600 deep/data/leads.sqlite-shm",
      "600 deep/data/leads.sqlite-wal",
      "700 deep/data/spool",
      "600 deep/data/spool/a1.json",
      "600 leads.csv",
      "700 restored",
      "600 restored/form-secret",
      "600 restored/leads.sqlite",
      "700 restored/spool",
      "600 restored/spool/a1.json",
    ]);
  },
  60_000,
);

test("what a copy has opened to others is closed, and the folder itself is only named", () => {
  const dataDir = folderForTests();
  mkdirSync(join(dataDir, "spool"));
  for (const name of ["leads.sqlite", "form-secret", "spool/a1.json", "readme.txt"])
    writeFileSync(join(dataDir, name), "");
  for (const path of pathsIn(dataDir)) chmodSync(join(dataDir, path.slice(4)), 0o755);

  expect(closeToOthers(dataDir)).toBe(
    `*** Others than this user can open ${dataDir}, where inquiries are kept: chmod go= ${dataDir} ***`,
  );

  expect(pathsIn(dataDir)).toEqual([
    "755 .",
    "700 form-secret",
    "700 leads.sqlite",
    "755 readme.txt",
    "700 spool",
    "700 spool/a1.json",
  ]);
  chmodSync(dataDir, 0o700);
  expect(closeToOthers(dataDir)).toBeUndefined();
  expect(closeToOthers(join(dataDir, "not", "there"))).toBeUndefined();
});

/** Each with its rights. */
function pathsIn(folder: string): string[] {
  const paths = [".", ...readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()];
  return paths.map((path) => `${(lstatSync(join(folder, path)).mode & 0o777).toString(8)} ${path}`);
}

test("what another user made, or what is no file or folder where one belongs, is one sentence at the start", () => {
  const sentence = (dataDir: string, name: string, reason: string) =>
    new StoreError(
      `${join(dataDir, name)} ${reason}. DATA_DIR says where inquiries are kept, and the user that runs the site has to own it.`,
    );
  for (const [name, make] of [
    ["leads.sqlite", mkdirSync],
    ["form-secret", mkdirSync],
    ["spool", (path: string) => writeFileSync(path, "")],
  ] as const) {
    const dataDir = folderForTests();
    make(join(dataDir, name));
    const reason = name === "spool" ? "is no folder, and one belongs there" : "is no file, and one belongs there";
    expect(() => closeToOthers(dataDir)).toThrow(sentence(dataDir, name, reason));
  }
});
