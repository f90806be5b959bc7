import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { filesForTests } from "./import-for-tests.ts";

test("the command says how many it wrote, what it did not write, and what to look at, alike things on one line", () => {
  const root = temporaryContent({ "en/blog/c.md": "---\nurl: taken\n---\n" });
  const folder = filesForTests({
    "a.md": "---\ndate: 2026-01-02\ntags: [AI]\n---\n\nText of a.\n",
    "b.md": "---\ndate: 2026-01-02\ntags: [AI, Go]\n---\n\nText of b.\n",
    "c.md": "---\nslug: taken\n---\n\nText of c.\n",
  });
  const { status, stdout, stderr } = runCommand(root, folder, "--category", "support");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout.split("\n")).toEqual([
    "import: 2 posts written as drafts, 0 pictures, 1 posts not written, 3 things to look at",
    "",
    "Not written:",
    "  c.md: content/en/blog/c.md is there already; rename one of the two, or remove it",
    "",
    "Not carried over as it was:",
    "  content/en/blog/a.md and 1 more: language: none of ours is named, and “en” is taken; for another one remove the drafts, and import again with --locale",
    "  tag “AI” (2 times), “Go”: not in content/tags.yaml; to keep some, write them there, remove the drafts and import again",
    "  content/en/blog/a.md and 1 more: meta_description: none is named; the beginning of the text stands there, write 70 to 160 characters",
    "",
    "Written: content/en/blog/a.md, content/en/blog/b.md",
    "Look at them with npm run dev, check them with npm run content, and take out draft: true from what is to appear.",
    "",
  ]);
});

test.each([
  [[], 2, "Usage: npm run import"],
  [["a.md", "es"], 2, "Usage: npm run import"],
  [["a.md", "--locale", "fr"], 2, "Usage: npm run import"],
  [["a.md", "--category", "none"], 2, "content/categories.yaml has no none"],
  [["a.md", "--force"], 2, "--force"],
  [["nothing.docx"], 1, "import: There is no nothing.docx"],
])("%j is answered in words", (args, code, said) => {
  const { status, stdout, stderr } = runCommand(temporaryContent({}), ...args);
  expect({ status, stdout }).toEqual({ status: code, stdout: "" });
  expect(stderr).toContain(said);
});

test("an option that npm has kept is not left out: nothing is written", () => {
  const root = temporaryContent({});
  const kept = { ...process.env, npm_config_locale: "es" };
  const { status, stderr } = spawnSync(process.execPath, [path.resolve("lib/import/cli.ts"), "post.md"], {
    cwd: path.dirname(root),
    env: kept,
    encoding: "utf8",
  });
  expect([status, stderr.split("\n")[0]]).toEqual([2, "import: npm kept --locale for itself: put -- before it."]);
});

function runCommand(root: string, ...args: string[]) {
  const command = path.join(import.meta.dirname, "cli.ts");
  return spawnSync(process.execPath, [command, ...args], { cwd: path.dirname(root), encoding: "utf8" });
}
