import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { beginRelease } from "./begin-release.ts";
import { completeRelease } from "./complete-release.ts";
import { projectForTests } from "./project-for-tests.ts";
import { currentRelease, pointTo, replacedBy } from "./releases.ts";
import { removeOldReleases } from "./remove-old-releases.ts";

test("a release that is whole gets the next number, and `current` leads to it; until then to the one before", async () => {
  const project = projectForTests();
  const releases = join(project, ".releases");
  const first = await build(project);
  const second = await beginRelease(project);
  expect(currentRelease(releases)).toBe(first);
  expect(await completeRelease(second, project)).toBe(join(releases, "2"));
  expect(readlinkSync(join(releases, "current"))).toBe("2");
  expect(readdirSync(releases).sort()).toEqual(["1", "2", "current"]);
});

test("a release knows the one that was current before it, also when somebody has gone back", async () => {
  const project = projectForTests();
  const [first, second] = [await build(project), await build(project)];
  expect([replacedBy(first), replacedBy(second)]).toEqual([undefined, first]);
  pointTo(first, "current");
  expect(replacedBy(await build(project))).toBe(first);
});

test("before the first build there is no release", () => {
  expect(currentRelease(join(projectForTests(), ".releases"))).toBeUndefined();
});

test("a release has Next's server, and neither what the next build takes up nor pages that the front has", async () => {
  const project = projectForTests({
    ".next/server/app/page.js": "page",
    ".next/server/route-cache/page.html": "prerendered",
    ".next/cache/brotli/a.br": "kept",
    ".next/types/routes.d.ts": "for developers",
  });
  const built = join(await build(project), ".next");
  expect(readdirSync(built).sort()).toEqual(["BUILD_ID", "server"]);
  expect(readdirSync(join(built, "server"))).toEqual(["app"]);
});

test("a release keeps the links that Next makes to packages", async () => {
  const project = projectForTests({ "node_modules/sharp/package.json": "{}" });
  mkdirSync(join(project, ".next/node_modules"), { recursive: true });
  symlinkSync("../../node_modules/sharp", join(project, ".next/node_modules/sharp-1a2b"));
  const linked = join(await build(project), ".next/node_modules/sharp-1a2b");
  expect(readlinkSync(linked)).toBe("../../node_modules/sharp");
  expect(existsSync(join(linked, "package.json"))).toBe(true);
});

test("of old releases two stay, every one that a process or the web server before the site still uses, and what each of those replaced", async () => {
  const project = projectForTests();
  const { pid: gone } = spawnSync(process.execPath, ["--version"]);
  const [first, second] = [await build(project), await build(project)];
  await build(project);
  useBy(first, process.pid);
  useBy(second, gone);
  pointTo(await build(project), "served");
  for (let number = 5; number <= 8; number++) await build(project);

  const left = readdirSync(join(project, ".releases")).filter((name) =>
    existsSync(join(project, ".releases", name, "lib")),
  );
  expect(left.sort()).toEqual(["1", "3", "4", "6", "7", "8", "current", "served"]);
});

async function build(project: string): Promise<string> {
  const release = await completeRelease(await beginRelease(project), project);
  removeOldReleases(join(project, ".releases"));
  return release;
}

function useBy(release: string, pid: number) {
  mkdirSync(join(release, "used-by"));
  writeFileSync(join(release, "used-by", String(pid)), "");
}
