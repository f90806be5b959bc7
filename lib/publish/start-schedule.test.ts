import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ifThere } from "#lib/if-there.ts";
import { projectForTests } from "#lib/release/project-for-tests.ts";
import { startSchedule } from "./start-schedule.ts";
import { wentBack } from "./went-back.ts";

const due = "2026-12-01T14:30:00.000Z";

test("what is due is published by a process of its own, once", async () => {
  const { published, sighted } = schedule("2026-12-01T14:30:00Z");
  await expect.poll(published).toBe(true);
  expect(sighted).toEqual([]);
});

test("where it cannot be published, that is reported", async () => {
  const { reported } = schedule("2026-12-01T14:30:00Z", { script: "process.exit(1)" });
  await expect.poll(() => reported).toEqual(["what was due could not be published exit code 1"]);
});

test("what cannot be published is tried again after ten minutes, and not at each look", async () => {
  const it = schedule(due, { script: 'require("fs").appendFileSync("tries", "x"); process.exit(1)', everyMs: 5 });
  await expect.poll(it.tries).toBe(1);
  const looked = it.looks();
  await expect.poll(it.looks).toBeGreaterThan(looked + 20);
  expect(it.tries()).toBe(1);
  it.pass(10 * 60_000);
  await expect.poll(it.tries).toBe(2);
});

test.each([
  ["since its time", due],
  ["since the site was started, where it was off then,", "2026-12-01T20:00:00Z"],
])("what is not there more than five minutes %s is late", async (_since, start) => {
  const it = schedule(start, { script: "process.exit(1)", everyMs: 5 });
  await expect.poll(() => it.reported.length).toBe(1);
  it.pass(5 * 60_000);
  const looked = it.looks();
  await expect.poll(it.looks).toBeGreaterThan(looked + 2);
  expect(it.sighted).toEqual([]);
  it.pass(1_000);
  await expect.poll(() => it.sighted[0]).toEqual(["publication-late", { due: "2026-12-01 09:30" }]);
});

test.each([
  ["2026-11-29T00:00:00Z", true],
  ["2026-11-28T00:00:00Z", false],
])("a machine that will not be able to says so within three days before: %s", async (now, isSaid) => {
  const { sighted, stop } = schedule(now, { script: undefined });
  await stop();
  expect(sighted).toEqual(
    isSaid ? [["publication-blocked", { due: "2026-12-01 09:30", reason: expect.any(String) }]] : [],
  );
});

test("in a release that somebody has returned to, what is due waits for a publication, and that is said", async () => {
  const it = schedule(due, { returned: true, everyMs: 5 });
  await expect.poll(it.looks).toBeGreaterThan(5);
  it.pass(6 * 60_000);
  const looked = it.looks();
  await expect.poll(it.looks).toBeGreaterThan(looked + 5);
  expect(it.published()).toBe(false);
  expect(it.sighted).toEqual([
    ["publication-blocked", { due: "2026-12-01 09:30", reason: expect.stringContaining("npm run publish") }],
  ]);
  wentBack.forget(it.release);
  await expect.poll(it.published).toBe(true);
});

test("before its time nothing happens, and neither does it where nothing is waiting", async () => {
  const early = schedule("2026-12-01T14:29:59Z");
  const nothing = schedule("2026-12-01T14:30:00Z", { changesAt: undefined });
  await Promise.all([early.stop(), nothing.stop()]);
  expect([early.published(), nothing.published()]).toEqual([false, false]);
});

type Options = { script?: string | undefined; changesAt?: string | undefined; everyMs?: number; returned?: boolean };

function schedule(now: string, options: Options = {}) {
  const { script, changesAt, everyMs, returned } = {
    script: 'require("fs").writeFileSync("published", "")',
    changesAt: due,
    ...options,
  };
  const project = projectForTests(
    script === undefined ? {} : { "scripts/publish.ts": script, "scripts/package.json": "{}" },
  );
  const release = join(project, ".releases/1");
  mkdirSync(join(release, ".next/site"), { recursive: true });
  writeFileSync(join(release, ".next/site/site.json"), JSON.stringify({ files: [], changesAt }));
  if (returned) wentBack.to(release);
  const sighted: unknown[] = [];
  const reported: string[] = [];
  let passed = 0;
  let looks = 0;
  const desk = {
    now: () => new Date(Date.parse(now) + passed + 0 * ++looks),
    report: (problem: string, cause: unknown) => void reported.push(`${problem} ${cause}`),
    sightings: {
      see: (topic: string, facts?: Record<string, string>) => sighted.push([topic, facts]) === 1,
      isOver: () => {},
      current: () => [],
      write: async () => {},
    },
  };
  const { stop } = startSchedule(release, desk, project, everyMs);
  onTestFinished(stop);
  return {
    release,
    sighted,
    reported,
    stop,
    looks: () => looks,
    pass(ms: number) {
      passed += ms;
    },
    published: () => existsSync(join(project, "published")),
    tries: () => ifThere(() => readFileSync(join(project, "tries"), "utf8").length) ?? 0,
  };
}
