import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

test("the command prints every problem, errors first, and fails", () => {
  const description = "What a company can expect from a team in Colombia, with hours, roles and first steps.";
  const root = temporaryContent({
    "en/blog/a.md": post({ date: "soon" }),
    "en/blog/b.md": post({ url: "b", metaTitle: "Another", meta_description: description }),
  });
  const { status, stdout, stderr } = runCommand(root);

  expect(status).toBe(1);
  expect(stderr).toBe("");
  expect(stdout.trim().split("\n")).toEqual([
    expect.stringMatching(/^content\/en\/blog\/a\.md:6:7 date: cannot read "soon"/),
    "",
    expect.stringMatching(/^content\/en\/blog\/a\.md:1:1 translation: warning: /),
    expect.stringMatching(/^content\/en\/blog\/b\.md:1:1 translation: warning: /),
    "content: 1 errors, 2 warnings",
  ]);
});

test("a picture that was cut short is one of its errors", () => {
  const cut = readFileSync(path.join(import.meta.dirname, "../../../public/icon-192.png")).subarray(0, 300);
  const root = temporaryContent({ "images/team.png": cut, "en/blog/a.md": post(), "es/blog/a.md": post() });
  const { status, stdout } = runCommand(root);
  expect(stdout).toMatch(/^content\/images\/team\.png:1:1 picture: cannot be read as a picture/m);
  expect(stdout).toContain("content: 1 errors, 0 warnings");
  expect(status).toBe(1);
});

test("the command says how many articles are not shown", () => {
  const draft = post({ draft: "true" });
  const { stdout } = runCommand(temporaryContent({ "en/blog/a.md": draft, "es/blog/a.md": post() }));
  expect(stdout).toContain("6 pages, 1 of the articles not shown (drafts, dated later, or over), 0 errors, 0 warnings");
});

test("the command sums up what is in order", () => {
  const { status, stdout } = runCommand(temporaryContent({ "en/blog/a.md": post(), "es/blog/a.md": post() }));
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout:
      "Not for search engines until there are 3 articles in each: 2 lists\n" +
      "content: 2 articles, 0 services, 0 industries, 0 hubs, 0 projects, 0 openings, 6 pages, 0 errors, 0 warnings\n",
  });
});

test("other sites are asked where that is wanted, and it is said", () => {
  const text = post({}, "\n[There](https://example.invalid/x).\n");
  const root = temporaryContent({ "en/blog/a.md": text, "es/blog/a.md": post() });
  const { status, stdout } = runCommand(root, "--external");
  expect(stdout).toMatch(/^content\/en\/blog\/a\.md:\d+:1 body: warning: leads to https:\S+, which did not answer/m);
  expect(stdout).toContain("went out to the network, to 1 links on 1 other sites");
  expect(status).toBe(0);
});

function runCommand(root: string, ...args: string[]) {
  const command = path.join(import.meta.dirname, "cli.ts");
  return spawnSync(process.execPath, [command, ...args], { cwd: path.dirname(root), encoding: "utf8" });
}
