import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { beginRelease } from "./begin-release.ts";
import { completeRelease } from "./complete-release.ts";
import { projectForTests } from "./project-for-tests.ts";
import { readInputs } from "./read-inputs.ts";

test("a release that cannot be made leaves nothing of itself", async () => {
  const project = projectForTests();
  rmSync(join(project, "next.config.ts"));
  await expect(beginRelease(project)).rejects.toThrow("ENOENT");
  expect(readdirSync(join(project, ".releases"))).toEqual([]);
});

test("a release has our code and the content of the moment when its build began", async () => {
  const project = projectForTests({
    "content/images/team.jpg": "picture",
    "content/files/guide.pdf": "guide",
    "lib/leads/cli/cli.ts": "code",
  });
  const release = await beginRelease(project);
  writeFileSync(join(project, "content/site.yaml"), "name: half-writ");

  const read = (file: string) => readFileSync(join(release, file), "utf8");
  expect(read("content/site.yaml")).toBe("name: DreamCode\n");
  expect(read("lib/leads/cli/cli.ts")).toBe("code");
  expect(read("node_modules/a/index.js")).toBe("package");
});

test("what is written into a picture or a file is in no release, and one that nobody wrote into is there once for all of them", async () => {
  const files = ["content/images/team.jpg", "content/files/guide.pdf"] as const;
  const project = projectForTests({ [files[0]]: "picture", [files[1]]: "guide" });
  const first = await completeRelease(await beginRelease(project), project);
  const second = await completeRelease(await beginRelease(project), project);
  for (const file of files) writeFileSync(join(project, file), "unpublished");
  const third = await completeRelease(await beginRelease(project, second), project);
  const numberOf = (release: string, file: string) => statSync(join(release, file)).ino;

  for (const file of files) {
    const text = readFileSync(join(first, file), "utf8");
    expect(text).toBe(file === files[0] ? "picture" : "guide");
    expect([second, third].map((release) => numberOf(release, file))).toEqual(
      [first, first].map((release) => numberOf(release, file)),
    );
  }
  const fourth = await beginRelease(project);
  for (const file of files) expect(readFileSync(join(fourth, file), "utf8")).toBe("unpublished");
});

test("what editors keep beside a file stops no build, a link to nowhere for example", async () => {
  const project = projectForTests({ "content/en/.DS_Store": "x" });
  symlinkSync("ana@desk.4711", join(project, "content/.#site.yaml"));
  expect(readdirSync(join(await beginRelease(project), "content")).sort()).toEqual(["en", "site.yaml"]);
});

test("what a killed build has left goes, and a build that is under way stays", async () => {
  const project = projectForTests();
  const { pid: gone } = spawnSync(process.execPath, ["--version"]);
  const left = [`building-${gone}`, `building-${process.ppid}`, "3"].map((name) => join(project, ".releases", name));
  for (const folder of left) mkdirSync(folder, { recursive: true });
  symlinkSync("3", join(project, `.releases/current.${gone}.part`));
  await beginRelease(project);

  expect(left.map((folder) => existsSync(folder))).toEqual([false, true, true]);
  expect(readdirSync(join(project, ".releases"))).not.toContain(`current.${gone}.part`);
});

test("a release of what another one shows has nothing of what was written since", async () => {
  const project = projectForTests({ "content/images/team.jpg": "picture" });
  const published = await completeRelease(await beginRelease(project), project);
  writeFileSync(join(project, "content/site.yaml"), "half wri");
  rmSync(join(project, "content/images/team.jpg"));

  const again = await beginRelease(project, published);
  expect(readFileSync(join(again, "content/site.yaml"), "utf8")).toBe("name: DreamCode\n");
  expect(readFileSync(join(again, "content/images/team.jpg"), "utf8")).toBe("picture");
  expect(readInputs(again)).toEqual(readInputs(published));
  const takenIn = (release: string) => statSync(join(release, "inputs.json")).mtimeMs;
  // Node copies a time to the millisecond, of which a file system keeps fractions.
  expect(Math.abs(takenIn(again) - takenIn(published)), "ms between the takings in").toBeLessThan(1);
});
