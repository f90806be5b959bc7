import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { post } from "#lib/content/source/temporary-content.ts";
import { projectForTests } from "#lib/release/project-for-tests.ts";
import { addRedirects, redirectsFile } from "./add-redirects.ts";
import { ownRedirects, redirectsAside } from "./own-redirects.ts";
import { pullBesideRedirects } from "./pull-beside-redirects.ts";

const committed = "# Ours\nredirects:\n  - from: /jobs\n    to: /en/blog/first\n";
const renamed = { from: "/en/blog/first", to: "/en/blog/second" };

test("what was written here goes with what comes from Git, also where that changes the file", async () => {
  const { project, git, read } = projectInGit();
  addRedirects([renamed], project);
  expect(ownRedirects(project)).toEqual([{ from: "/jobs", to: "/en/blog/second" }, renamed]);

  await pullBesideRedirects(pulling(project, git, `${committed}  - from: /team\n    to: /en/about\n`), project);
  expect(read()).toBe(
    "# Ours\nredirects:\n  - from: /jobs\n    to: /en/blog/second\n  - from: /team\n    to: /en/about\n  - from: /en/blog/first\n    to: /en/blog/second\n",
  );
});

test("what comes from Git counts more, and what was written here follows it to its end", async () => {
  const { project, git, read } = projectInGit();
  addRedirects([renamed], project);
  const lines = "  - from: /en/blog/second\n    to: /en/blog\n";
  expect(await pullBesideRedirects(pulling(project, git, committed.replace("first", "about") + lines), project)).toBe(
    0,
  );
  expect(read()).toBe(`${committed.replace("first", "about")}${lines}  - from: /en/blog/first\n    to: /en/blog\n`);
  expect(ownRedirects(project)).toEqual([{ from: "/en/blog/first", to: "/en/blog" }]);

  addRedirects([{ from: "/en/x", to: "/en/y" }], project);
  await pullBesideRedirects(pulling(project, git, "redirects:\n  - from: /en/y\n    to: /en/x\n"), project);
  expect(ownRedirects(project), "in no circle").toEqual([{ from: "/en/blog/first", to: "/en/blog" }]);
});

test("what was written here gives way to an article that stands there again", async () => {
  const { project, git } = projectInGit();
  addRedirects([renamed], project);
  mkdirSync(join(project, "content/en/blog"), { recursive: true });
  writeFileSync(join(project, "content/en/blog/new.md"), post({ url: "first" }));
  await pullBesideRedirects(pulling(project, git, `${committed}  - from: /team\n    to: /en/about\n`), project);
  expect(ownRedirects(project)).toEqual([]);
});

test("what was written here outlives a file with mistakes that comes from Git, and a pull that is killed", async () => {
  const { project, git } = projectInGit();
  addRedirects([renamed], project);
  const killed = new Error("killed");
  const dying = pullBesideRedirects(async (command, ...rest) => {
    if (command === "pull") throw killed;
    git(command, ...rest);
    return 0;
  }, project);
  await expect(dying).rejects.toBe(killed);
  for (const broken of ['redirects:\n  - from: "/jobs\n', "redirects:\n  - form: /jobs\n    to: /en\n", "# None\n"])
    await pullBesideRedirects(pulling(project, git, broken), project);
  await pullBesideRedirects(pulling(project, git, committed), project);
  expect(ownRedirects(project)).toContainEqual(renamed);
  expect(existsSync(join(project, redirectsAside))).toBe(false);
});

test("there is nothing of its own in a file as it was committed, or where Git knows nothing", () => {
  const { project } = projectInGit();
  expect(ownRedirects(project)).toEqual([]);
  expect(ownRedirects(projectForTests({ [redirectsFile]: committed }))).toEqual([]);
});

type Git = ReturnType<typeof projectInGit>["git"];

/** `git`, where a pull brings this file. */
function pulling(project: string, git: Git, text: string) {
  return async (...command: string[]) => {
    if (command[0] !== "pull") git(...command);
    else {
      writeFileSync(join(project, redirectsFile), text);
      git("commit", "--quiet", "--all", "--message=From elsewhere");
    }
    return 0;
  };
}

function projectInGit() {
  const project = projectForTests({ [redirectsFile]: committed });
  const git = (...command: string[]) =>
    execFileSync("git", ["-c", "user.name=Ana", "-c", "user.email=ana@company.com", ...command], { cwd: project });
  git("init", "--quiet");
  git("add", redirectsFile);
  git("commit", "--quiet", "--message=Redirects");
  return { project, git, read: () => readFileSync(join(project, redirectsFile), "utf8") };
}
