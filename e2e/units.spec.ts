import { spawnSync } from "node:child_process";
import {
  chmodSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../scripts/free-port.ts";
import { mailSettings } from "./support/mails.ts";
import { projectCopy } from "./support/project-copy.ts";
import { type ServiceManager, serviceUser, startServiceManager } from "./support/service-manager.ts";
import { expect, test } from "./support/test.ts";

const planned = `---
metaTitle: A planned article, with a title as long as search engines like it
meta_description: What is shown from its day on and no longer than to its last one, by the clocks of Colombia, with nobody at a shell.
title: A planned article
date: November 2, 2025
url: planned
category: canada
---

A text.
`;

test("under its units the site takes an inquiry and mails it, publishes what has its day, is copied, and comes back after whatever ended it", async ({
  openInbox,
  request,
}, testInfo) => {
  test.setTimeout(300_000);
  const { folder: project, remove } = await projectCopy(".releases", "deploy", "next-env.d.ts");
  // With their times to the nanosecond it is the code that the release was built from: content alone is published, in seconds.
  spawnSync("cp", ["-a", "app", "lib", "public", "scripts", project]);
  const scratch = await mkdtemp(join(tmpdir(), "dreamcode-e2e-"));
  let manager: ServiceManager | undefined;
  try {
    const inbox = await openInbox();
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const { siteUrl } = planAnArticle(realpathSync(join(project, ".releases/current")));
    // A port that this user may not open: the one that is held is not the site's to open.
    const settings = { ...mailSettings(inbox), SITE_URL: siteUrl, PORT: 1, HOST: "127.0.0.1", RATE_LIMIT: "off" };
    const lines = Object.entries({ ...settings, DATA_DIR: "/var/lib/dreamcode" }).map(
      ([name, value]) => `${name}=${value}`,
    );
    writeFileSync(join(project, ".env"), lines.join("\n"));
    for (const made of [".next", "public/images"]) mkdirSync(join(project, made), { recursive: true });
    for (const own of [".env", ".next", ".releases", "public/images"]) giveToUser(join(project, own));
    chmodSync(project, 0o755);
    const held = join(project, "deploy/systemd/dreamcode-web.socket");
    writeFileSync(held, readFileSync(held, "utf8").replace("3000", `${port}`));
    // What some other supervisor gives: no home, and files for their owner alone.
    const other = "[Service]\nUnsetEnvironment=HOME USER LOGNAME SHELL\nUMask=0077\n";
    mkdirSync(join(project, "deploy/systemd/dreamcode-worker.service.d"));
    writeFileSync(join(project, "deploy/systemd/dreamcode-worker.service.d/other.conf"), other);

    manager = await startServiceManager(project, scratch);
    testInfo.skip(!manager, "No systemd can be started here.");
    if (!manager) return;
    const { run, journal } = manager;
    const ready = () =>
      request.get(`${url}/api/ready`).then(
        (answer) => answer.status(),
        () => 0,
      );
    const mainPid = () => run("systemctl", "show", "--property=MainPID", "--value", "dreamcode-web").trim();

    run("systemctl", "start", "dreamcode-web.socket", "dreamcode-web.service");
    await expect.poll(ready, { timeout: 60_000 }).toBe(200);
    const form = { name: "Ana", email: "ana@acme.test", message: "On its way", consent: "on" };
    const sent = await request.post(`${url}/en/contact`, { form, maxRedirects: 0 });
    expect(sent.status()).toBe(303);
    const [, ref = ""] = /received\?ref=(\w+)/.exec(sent.headers().location ?? "") ?? [];
    await expect.poll(() => inbox.messages.some(({ raw }) => raw.includes(ref)), { timeout: 60_000 }).toBe(true);

    await expect
      .poll(async () => (await request.get(`${url}/en/blog/planned`)).status(), { timeout: 120_000 })
      .toBe(200);
    const shown = join(project, ".releases/served/.next/site/en/blog/planned.html");
    expect(statSync(shown).mode & 0o777, "nginx, which is in the group, can read it, and nobody else").toBe(0o640);

    for (const signal of ["SIGKILL", "SIGHUP"]) {
      const before = mainPid();
      run("systemctl", "kill", "--kill-whom=main", `--signal=${signal}`, "dreamcode-web");
      await expect.poll(mainPid, { timeout: 60_000 }).not.toMatch(new RegExp(`^(0|${before})$`));
      await expect.poll(ready, { timeout: 60_000 }).toBe(200);
    }
    expect(journal()).toContain('"event":"asked to stop","reason":"SIGHUP"');

    run("systemctl", "start", "dreamcode-worker");
    await expect.poll(journal, { timeout: 60_000 }).toContain("Delivering what is in /var/lib/dreamcode.");
    run("install", "--directory", "--owner=dreamcode", "--mode=700", "/var/backups/dreamcode");
    run("systemctl", "start", "dreamcode-backup");
    expect(run("ls", "/var/backups/dreamcode")).toMatch(/^leads-\S+\.backup\n$/);

    // It stops as well: with its port held, the next who came would start it again.
    run("systemctl", "stop", "dreamcode-web.socket");
    for (const service of ["dreamcode-web", "dreamcode-worker"]) {
      run("systemctl", "stop", service);
      const end = run("systemctl", "show", "--property=Result,ExecMainStatus", service);
      expect(end).toBe("Result=success\nExecMainStatus=0\n");
    }
    expect(journal()).not.toMatch(/cannot be written|EPERM|EROFS|denied/i);
  } finally {
    await manager?.halt();
    await remove();
    await rm(scratch, { recursive: true });
  }
});

/** As if the release had been built before: it has what is planned, and a time to look at it. Says what it was built for. */
function planAnArticle(release: string): { siteUrl: string } {
  writeFileSync(join(release, "content/en/blog/planned.md"), planned);
  const manifest = join(release, ".next/site/site.json");
  const site = JSON.parse(readFileSync(manifest, "utf8"));
  writeFileSync(manifest, JSON.stringify({ ...site, changesAt: new Date().toISOString() }));
  return site.builtFor;
}

function giveToUser(path: string) {
  lchownSync(path, serviceUser, serviceUser);
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveToUser(join(path, name));
}
