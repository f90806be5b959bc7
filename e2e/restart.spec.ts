import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../scripts/free-port.ts";
import { expect, test } from "./support/test.ts";

const program = "/usr/bin/systemd-socket-activate";
/** Starts the site again whatever ended it, as its unit does, with the port that systemd's program has opened. */
const supervisor = `while :; do sh -c 'LISTEN_PID=$$ exec "$0" server.ts' ${process.execPath}; done`;

test("while the site is started anew under a supervisor that holds its port, whoever comes waits a moment and is answered", async ({
  browserName: _,
}, testInfo) => {
  test.setTimeout(120_000);
  testInfo.skip(!existsSync(program), "systemd is not installed.");
  const port = await freePort();
  const dataDir = await mkdtemp(join(tmpdir(), "dreamcode-e2e-"));
  const site = superviseSite(port, { DATA_DIR: dataDir });
  try {
    await expect.poll(() => ask(port).then(({ said }) => said), { timeout: 30_000 }).toBe("200");
    const visits = visit(port);
    for (const round of [1, 2]) {
      const runner = site.runner();
      process.kill(runner, "SIGTERM");
      await expect.poll(site.runner, { timeout: 15_000, intervals: [10] }).not.toBe(runner);
      await visits.answered(30 * round);
    }
    const { answers } = await visits.stop();
    expect(answers.filter(({ said }) => said !== "200")).toEqual([]);
    console.log(`a restart: nobody refused, ${Math.round(Math.max(...answers.map(({ ms }) => ms)))} ms at the most`);

    // One that breaks leaves the port to the next.
    const [broken = 0] = childrenOf(site.runner());
    process.kill(broken, "SIGKILL");
    await expect
      .poll(() => childrenOf(site.runner())[0] ?? broken, { timeout: 15_000, intervals: [10] })
      .not.toBe(broken);
    expect(await ask(port)).toMatchObject({ said: "200" });
  } finally {
    site.kill();
    await site.ended;
    await rm(dataDir, { recursive: true });
  }
});

function superviseSite(port: number, env: Record<string, string>) {
  const { PATH = "", HOME = "" } = process.env;
  const all = { PATH, HOME, ...env, PORT: "1", SITE_URL: `http://127.0.0.1:${port}` };
  const given = Object.entries(all).map(([name, value]) => `--setenv=${name}=${value}`);
  const child: ChildProcess = spawn(program, [`--listen=127.0.0.1:${port}`, ...given, "sh", "-c", supervisor], {
    stdio: "ignore",
    detached: true,
  });
  const kill = () => process.kill(-(child.pid ?? 0), "SIGKILL");
  process.once("exit", kill);
  return {
    /** The process that stands above those that answer. */
    runner: () => childrenOf(child.pid ?? 0)[0] ?? 0,
    kill() {
      process.removeListener("exit", kill);
      kill();
    },
    ended: once(child, "exit"),
  };
}

function childrenOf(pid: number): number[] {
  const text = existsSync(`/proc/${pid}`) ? readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8") : "";
  return text.split(" ").filter(Boolean).map(Number);
}

/** Somebody new every few milliseconds, whether those before have been answered or not. */
function visit(port: number) {
  const answers: Awaited<ReturnType<typeof ask>>[] = [];
  const open = new Set<Promise<unknown>>();
  let goesOn = true;
  const all = comeAndGo();
  return {
    async answered(many: number) {
      await expect.poll(() => answers.length, { timeout: 15_000, intervals: [10] }).toBeGreaterThan(many);
    },
    async stop() {
      goesOn = false;
      await all;
      await Promise.all(open);
      return { answers };
    },
  };

  async function comeAndGo() {
    while (goesOn) {
      const asked = ask(port).then((answer) => {
        answers.push(answer);
        open.delete(asked);
      });
      open.add(asked);
      await wait(20);
    }
  }
}

/** On a connection of its own: its status, or why there is none, and how long that took. */
async function ask(port: number): Promise<{ said: string; ms: number }> {
  const start = performance.now();
  const said = await new Promise<string>((resolve) => {
    const asked = request({ host: "127.0.0.1", port, path: "/api/live", agent: false }, (answer) => {
      answer.resume();
      resolve(String(answer.statusCode));
    });
    asked.on("error", (cause: NodeJS.ErrnoException) => resolve(cause.code ?? cause.message));
    asked.end();
  });
  return { said, ms: performance.now() - start };
}
