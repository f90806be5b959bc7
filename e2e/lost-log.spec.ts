import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, mkdtempSync, openSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../scripts/free-port.ts";
import { mountSmallDisk } from "../scripts/small-disk.ts";
import { expect, test } from "./support/test.ts";

const fields = { name: "Ana Torres", email: "ana@company.com", message: "Two engineers.", consent: "on" };

test("with its log on a full disk the site reads, takes inquiries and says what is wrong", async () => {
  // CI runs as root, where this can be tried.
  const disk = mountSmallDisk(1);
  if (!disk && process.env.CI) throw new Error("A disk to fill has to be mounted: run as root.");
  if (!disk) return;
  const site = await start(join(disk.folder, "site.log"));
  try {
    disk.fill();
    await stillWorks(site.url);
    await expect.poll(() => alarms(site.url), { timeout: 30_000 }).toContain("log-lost");
  } finally {
    await site.end();
    disk.remove();
  }
});

test("so it does after the program that read its output has ended", async () => {
  const site = await start();
  try {
    site.child.stdout?.destroy();
    await stillWorks(site.url);
    await expect.poll(() => alarms(site.url), { timeout: 30_000 }).toContain("log-lost");
  } finally {
    await site.end();
  }
});

test("so it does while the program that reads its output stands still, and it ends when it is told", async () => {
  const pipe = join(mkdtempSync(join(tmpdir(), "dreamcode-log-")), "log");
  execFileSync("mkfifo", [pipe]);
  const held = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  const site = await start(pipe);
  try {
    fill(held);
    await stillWorks(site.url);
    const ended = once(site.child, "close");
    site.child.kill("SIGTERM");
    await ended;
    expect(site.child.exitCode).toBe(0);
  } finally {
    await site.end();
    closeSync(held);
  }
});

function fill(pipe: number) {
  try {
    for (;;) writeSync(pipe, "x".repeat(512));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
  }
}

/** Longer than what waits to be written: it is written a few times a second. */
async function stillWorks(url: string) {
  for (let round = 0; round < 4; round++) {
    const asked = Array.from({ length: 20 }, () => fetch(`${url}/en/about`, { signal: AbortSignal.timeout(10_000) }));
    for (const answer of await Promise.all(asked)) expect(answer.status).toBe(200);
    const posted = await fetch(`${url}/api/forms/contact`, {
      method: "POST",
      headers: { accept: "application/json" },
      body: new URLSearchParams({ ...fields, message: `Engineers, ${round} of them.` }),
      signal: AbortSignal.timeout(10_000),
    });
    expect(posted.status).toBe(201);
    await expect.poll(async () => (await fetch(`${url}/api/live`)).status).toBe(200);
  }
}

/** What a full disk has given to the file before is written to still: after so many lines it is full as well. */
async function alarms(url: string): Promise<string[]> {
  await Promise.all(Array.from({ length: 100 }, () => fetch(`${url}/en/about`)));
  return (await (await fetch(`${url}/api/health`)).json()).alarms;
}

/** The site with both outputs in a file, or in a pipe that the test reads. */
async function start(log?: string) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, PORT: `${port}`, SITE_URL: url, DATA_DIR: mkdtempSync(join(tmpdir(), "dreamcode-log-")) };
  const child: ChildProcess = spawn(
    "sh",
    ["-c", `exec "$0" server.ts ${log ? '>> "$1"' : ""} 2>&1`, process.execPath, log ?? ""],
    {
      env: {
        ...env,
        RATE_LIMIT: "off",
        NEXT_TELEMETRY_DISABLED: "1",
      } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    },
  );
  child.stdout?.resume();
  const isUp = () =>
    fetch(`${url}/api/live`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isUp, { timeout: 30_000 }).toBe(true);
  return {
    child,
    url,
    async end() {
      if (child.exitCode !== null) return;
      const ended = once(child, "close");
      // With what it has started: one that is stuck hears nothing else.
      process.kill(-(child.pid ?? 0), "SIGKILL");
      await ended;
    },
  };
}
