import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { oneAtATime } from "./one-at-a-time.ts";

test("what comes while another is made waits, says so, and is made then", async () => {
  const log = vi.spyOn(console, "log").mockReturnValue();
  const releases = folderForTests();
  const order: string[] = [];
  const first = Promise.withResolvers<void>();
  const made = oneAtATime(async () => {
    await first.promise;
    order.push("first");
  }, releases);
  const second = oneAtATime(async () => void order.push("second"), releases);
  await expect.poll(() => log.mock.calls).toEqual([[expect.stringContaining(`Process ${process.pid} is building`)]]);
  first.resolve();
  await Promise.all([made, second]);
  expect(order).toEqual(["first", "second"]);
  expect(readdirSync(releases)).toEqual([]);
});

test("one that was killed keeps nobody waiting, and one that throws leaves nothing", async () => {
  const releases = folderForTests();
  const { pid } = spawnSync(process.execPath, ["--version"]);
  // A number that another process has now, and what a power cut or a full disk leaves.
  for (const left of [`${pid}`, `${pid}-1`, `${process.pid}-1`, ""]) {
    writeFileSync(join(releases, "under-way"), left);
    expect(await oneAtATime(async () => "made", releases)).toBe("made");
  }
  await expect(oneAtATime(() => Promise.reject(new Error("broken")), releases)).rejects.toThrow("broken");
  expect(await oneAtATime(async () => "made", releases)).toBe("made");
});
