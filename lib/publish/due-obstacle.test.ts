import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { beginRelease } from "#lib/release/begin-release.ts";
import { projectForTests } from "#lib/release/project-for-tests.ts";
import { dueObstacle } from "./due-obstacle.ts";

test("where all is there that the release was made of, nothing is in the way, whatever is being written", async () => {
  const { project, release } = await made();
  writeFileSync(join(project, "content/site.yaml"), "half wri");
  expect(dueObstacle(release, project)).toBeUndefined();
});

test.each([
  ["app", /no app\)/],
  ["components", /no components\)/],
  ["scripts", /no scripts\/publish.ts\)/],
  ["node_modules/next", /no node_modules\/next/],
])("a machine without %s says so", async (part, said) => {
  const { project, release } = await made();
  rmSync(join(project, part), { recursive: true });
  expect(dueObstacle(release, project)).toMatch(said);
});

test("code that is not that of the release is in the way: nobody has seen what it does", async () => {
  const { project, release } = await made();
  writeFileSync(join(project, "app/page.tsx"), "2");
  expect(dueObstacle(release, project)).toMatch("not published");
});

test("what cannot be read is in the way, by its name", async () => {
  const { project, release } = await made();
  symlinkSync("loop.tsx", join(project, "app/loop.tsx"));
  expect(dueObstacle(release, project)).toMatch(/app\/loop\.tsx cannot be read \(ELOOP\)/);
});

async function made() {
  const project = projectForTests({
    "app/page.tsx": "1",
    "components/a.tsx": "1",
    "scripts/publish.ts": "",
    "node_modules/next/dist/bin/next": "",
  });
  return { project, release: await beginRelease(project) };
}
