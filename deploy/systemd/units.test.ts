import { spawnSync } from "node:child_process";
import { cpSync, existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";

const services = ["dreamcode-web.service", "dreamcode-worker.service", "dreamcode-backup.service"];
const whereSystemdIs = test.skipIf(!existsSync("/usr/bin/systemd-analyze"));

whereSystemdIs("systemd understands every line of the units, and finds what they start", () => {
  const folder = unitsAtHome();
  const files = globSync("*.{service,socket,timer}", { cwd: folder });
  expect(files.sort()).toEqual([...services, "dreamcode-backup.timer", "dreamcode-web.socket"].sort());
  const { status, stderr } = analyze(folder, "verify", "--man=no", ...files.map((file) => join(folder, file)));
  expect([status, stderr]).toEqual([0, ""]);
});

// systemd itself calls 2 and less "OK", and a service that says nothing 9.6.
whereSystemdIs.each(services)("of what %s could do to its machine little is left", (service) => {
  const { status, stdout } = analyze(unitsAtHome(), "security", "--offline=yes", "--threshold=17", service);
  expect(stdout).toContain(basename(service));
  expect(status, stdout).toBe(0);
});

/** As they are installed, but with the site in this folder. */
function unitsAtHome(): string {
  const folder = folderForTests();
  cpSync("deploy/systemd", folder, { recursive: true });
  for (const unit of globSync("**/*.{service,conf}", { cwd: folder })) {
    const file = join(folder, unit);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("/srv/dreamcode", resolve()));
  }
  return folder;
}

/** The colon keeps systemd's own units beside ours. */
function analyze(folder: string, ...args: string[]) {
  const env = { ...process.env, SYSTEMD_UNIT_PATH: `${folder}:` };
  return spawnSync("systemd-analyze", [...args, "--no-pager"], { env, encoding: "utf8" });
}
