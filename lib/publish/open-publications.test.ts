import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectForTests } from "#lib/release/project-for-tests.ts";
import { openPublications } from "./open-publications.ts";
import { logOf, readOutcome, writeOutcome } from "./publication-outcome.ts";

const says = (code: number) => `
  const { writeFileSync } = require("node:fs");
  const id = process.argv[process.argv.indexOf("--outcome") + 1];
  console.log("Options: " + process.argv.slice(2, 3));
  writeFileSync(".releases/outcomes/" + id + ".json", JSON.stringify({ state: ${code} ? "failed" : "published", maker: String(process.pid) }));
`;

test.each([
  [0, "published"],
  [1, "failed"],
])("a publication that ends with %d is %s, and what it said can be read", async (code, state) => {
  const { begin, find } = publications(says(code));
  const id = begin();
  await expect.poll(() => find(id)).toEqual({ state, log: "Options: --pull\n" });
});

test("what is asked for while one waits is one publication; after that it is another one", () => {
  const { begin, releases } = publications("");
  const first = begin();
  expect(begin()).toBe(first);
  writeOutcome(first, "running", releases);
  expect(begin()).not.toBe(first);
});

test("one whose process has ended without a word was cut off, and nobody waits for it", () => {
  const { begin, releases } = publications("");
  const id = begin();
  // No process of Linux has that number.
  writeFileSync(join(releases, "outcomes", `${id}.json`), JSON.stringify({ state: "waiting", maker: "4194305" }));
  expect(readOutcome(id, releases)).toEqual({ state: "cut-off", log: "" });
  expect(begin()).not.toBe(id);
});

test("one whose process has never begun is cut off after a minute", () => {
  const { begin, find, releases } = publications("");
  const id = begin();
  expect(find(id)).toMatchObject({ state: "waiting" });
  utimesSync(logOf(id, releases), new Date(), new Date(Date.now() - 61_000));
  expect(find(id)).toMatchObject({ state: "cut-off" });
});

test("no more than twenty outcomes are kept, and of one that never was there is none", () => {
  const { begin, find, releases } = publications("");
  const ids = Array.from({ length: 22 }, () => {
    const id = begin();
    writeOutcome(id, "published", releases);
    return id;
  });
  expect(ids.filter(find)).toHaveLength(20);
  expect(find("0b4a3e1c-58f1-4c9e-9f0e-3f2a5a1d7c11")).toBeUndefined();
});

function publications(script: string) {
  const project = projectForTests({ "scripts/publish.ts": script, "scripts/package.json": "{}" });
  return { ...openPublications("a secret of thirty-two characters", project), releases: join(project, ".releases") };
}
