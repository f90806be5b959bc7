import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "../../scripts/free-port.ts";
import { processTree } from "../../scripts/process-tree.ts";

export type Health = { status: string; store: string; mail: string; pending: number; dead: number; alarms: string[] };

export type Site = {
  url: string;
  dataDir: string;
  /** What the process wrote since it was last started. */
  log(): string;
  health(): Promise<Health>;
  /** What its processes take together, in bytes. */
  memory(): number;
  /** What `npm run leads` prints beside it. */
  leads(...command: string[]): Promise<string>;
  /** Ends it as a service manager does, and gives the exit code; fails when it takes longer than 5 seconds. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Starts it again after `stop` or `kill`, on the same port and with the same data. */
  restart(env?: Record<string, string>): Promise<void>;
  /** Whatever happened before: nothing runs and nothing is left. */
  remove(): Promise<void>;
};

// With two sites, two workers and a database that start at once on two cores it took longer than 20.
const startMs = 45_000;
// The site allows itself 5. With ten processes at work on two cores it took longer, at the end of a worker of the tests.
const stopMs = 15_000;

/**
 * The built site as a process of its own, with an empty store. `env` is all it knows of mail. A test runner writes
 * faster than people and from one address, which is held against nobody unless a test asks for it. `project` is the folder
 * of another copy of the project.
 */
export async function startSite(env: Record<string, string> = {}, project = "."): Promise<Site> {
  const { DATABASE_URL: databaseUrl = "" } = env;
  const dataDir = await mkdtemp(join(tmpdir(), "dreamcode-e2e-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const where = { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: databaseUrl, SITE_URL: url, RATE_LIMIT: "off" };
  let settings: Record<string, string> = { ...where, ...env };
  let { child, log } = launch(project, settings);

  const site: Site = {
    url,
    dataDir,
    log: () => log(),
    health: async () => (await fetch(`${url}/api/health`)).json(),
    memory: () => processTree(child.pid ?? 0).bytes,
    async leads(...command) {
      const options = { env: { NODE_ENV: "production" as const, ...settings } };
      const { stdout } = await promisify(execFile)(process.execPath, ["lib/leads/cli/cli.ts", ...command], options);
      return stdout;
    },
    async stop() {
      child.kill("SIGTERM");
      await gone(child, stopMs);
      return child.exitCode;
    },
    async kill() {
      killAll(child);
      await gone(child, stopMs);
    },
    async restart(env = {}) {
      settings = { ...where, ...env };
      ({ child, log } = launch(project, settings));
      await answers(child, log);
    },
    async remove() {
      await site.kill();
      await rm(dataDir, { recursive: true, force: true });
    },
  };

  try {
    await answers(child, log);
  } catch (cause) {
    await site.remove();
    throw cause;
  }
  return site;
}

function launch(cwd: string, env: Record<string, string>) {
  const { PATH = "", HOME = "" } = process.env;
  // Both outputs in one pipe, so that the last line of the start comes after all others.
  const child = spawn("sh", ["-c", 'exec "$0" server.ts 2>&1', process.execPath], {
    cwd,
    // As the README starts it: without NODE_ENV.
    env: { PATH, HOME, NEXT_TELEMETRY_DISABLED: "1", ...env } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "inherit"],
    // A group of its own: what serves is a process that this one has started.
    detached: true,
  });
  const written: Buffer[] = [];
  child.stdout.on("data", (chunk) => written.push(chunk));

  // A worker of the test runner that is stopped half-way takes its site along.
  const end = () => killAll(child);
  process.once("exit", end);
  child.once("exit", () => process.removeListener("exit", end));
  return { child, log: () => Buffer.concat(written).toString() };
}

/** The last line of the start says that the site listens. */
async function answers(child: ChildProcess, log: () => string) {
  const tooLate = AbortSignal.timeout(startMs);
  while (!log().includes("The site is on")) {
    if (hasEnded(child)) throw new Error(`The site did not start:\n${log()}`);
    await Promise.race([
      once(child.stdout ?? child, "data", { signal: tooLate }),
      once(child, "close", { signal: tooLate }),
    ]);
  }
}

async function gone(child: ChildProcess, ms: number) {
  if (!hasEnded(child)) await once(child, "close", { signal: AbortSignal.timeout(ms) });
}

function killAll({ pid = 0 }: ChildProcess) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (cause) {
    // Nothing of it is left.
    if ((cause as NodeJS.ErrnoException).code !== "ESRCH") throw cause;
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
