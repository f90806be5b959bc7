import { spawnSync } from "node:child_process";
import { cp } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { siteFolderForTests } from "#lib/serve/site-for-tests.ts";

test.each(["abc", "", "0", "65536", "80.5"])("a port that is none, %j, is refused in words", (listen) => {
  expect(recipe([`--listen=${listen}`])).toEqual([
    2,
    "",
    `--listen is ${listen}: write the number of a port, as in --listen 80.\n`,
  ]);
});

test.each(["--listen", "--port 80", "80", "--body --listen 80"])("%j is answered with how to use it", (args) => {
  expect(recipe(args.split(" "))).toEqual([2, "", expect.stringMatching(/^Usage: npm run nginx -- --listen 80, or /)]);
});

test("an option that npm has kept is no recipe for another port", () => {
  const env = { ...process.env, npm_config_listen: "8080" };
  expect(recipe([], { env })).toEqual([2, "", "npm kept --listen for itself: put -- before it.\n"]);
});

test("a wrong environment, or no build, is one line and no recipe", () => {
  const cwd = folderForTests();
  expect(recipe([], { cwd })).toEqual([1, "", "There is no build yet: run `npm run build` first.\n"]);
  expect(recipe([], { cwd, env: { ...process.env, SITE_URL: "www.dreamcode.example" } })).toEqual([
    1,
    "",
    expect.stringMatching(/^The environment is not usable:\n {2}SITE_URL: [^\n]+\n$/),
  ]);
});

test("the recipe follows the site from release to release, and leads from the other name to its own", async () => {
  const releases = folderForTests();
  const release = join(releases, "7");
  await cp(await siteFolderForTests({}), join(release, ".next/site"), { recursive: true });
  const env = { ...process.env, RELEASE_FOLDER: release, SITE_URL: "https://www.dreamcode.example" };
  const [status, text] = recipe([], { env });
  expect([status, text]).toEqual([0, expect.stringContaining(join(releases, "served/.next/site"))]);
  expect(text).not.toContain(release);
  expect(text).toContain("syslog:server=127.0.0.1:3000,");
  expect(text).toMatch(
    /server_name dreamcode\.example;[^}]+return 308 https:\/\/www\.dreamcode\.example\$request_uri;/,
  );
});

function recipe(args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  const script = resolve("lib/serve/recipes/recipe-cli.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { ...options, encoding: "utf8" });
  return [status, stdout, stderr];
}
