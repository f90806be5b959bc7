import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectForTests } from "#lib/release/project-for-tests.ts";
import { addRedirects, redirectsFile } from "./add-redirects.ts";
import { ownRedirects } from "./own-redirects.ts";

const committed = "# Ours\nredirects:\n  - from: /jobs\n    to: /en/blog/first\n";
const renamed = { from: "/en/blog/first", to: "/en/blog/second" };

test("what was written here goes with what comes from Git, also where that changes the file", () => {
  const { project, git, read } = projectInGit();
  addRedirects([renamed], project);
  expect(ownRedirects(project)).toEqual([{ from: "/jobs", to: "/en/blog/second" }, renamed]);

  const own = ownRedirects(project);
  git("checkout", "--quiet", "--", redirectsFile);
  writeFileSync(join(project, redirectsFile), `${committed}  - from: /team\n    to: /en/about\n`);
  git("commit", "--quiet", "--all", "--message=From elsewhere");
  addRedirects(own, project);

  expect(read()).toBe(
    "# Ours\nredirects:\n  - from: /jobs\n    to: /en/blog/second\n  - from: /team\n    to: /en/about\n  - from: /en/blog/first\n    to: /en/blog/second\n",
  );
});

test("there is nothing of its own in a file as it was committed, or where Git knows nothing", () => {
  const { project } = projectInGit();
  expect(ownRedirects(project)).toEqual([]);
  expect(ownRedirects(projectForTests({ [redirectsFile]: committed }))).toEqual([]);
});

function projectInGit() {
  const project = projectForTests({ [redirectsFile]: committed });
  const git = (...command: string[]) =>
    execFileSync("git", ["-c", "user.name=Ana", "-c", "user.email=ana@company.com", ...command], { cwd: project });
  git("init", "--quiet");
  git("add", redirectsFile);
  git("commit", "--quiet", "--message=Redirects");
  return { project, git, read: () => readFileSync(join(project, redirectsFile), "utf8") };
}
