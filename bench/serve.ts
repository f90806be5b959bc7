import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import autocannon from "autocannon";
import { alignedTable } from "#lib/aligned-table.ts";
import { findWebServer } from "#lib/serve/recipes/find-web-server.ts";
import { nginxArgs } from "#lib/serve/recipes/nginx-args.ts";
import { nginxRecipe } from "#lib/serve/recipes/nginx-recipe.ts";
import { freePort } from "../scripts/free-port.ts";
import { processTree } from "../scripts/process-tree.ts";
import { startProcess } from "../scripts/start-process.ts";
import { stopSignal } from "../scripts/stop-signal.ts";
import { machine } from "./machine.ts";
import { median } from "./median.ts";
import { untilAnswered } from "./until-answered.ts";

// What one request for an article costs the server: our front, Next alone, and nginx, which read the same build.
const path = "/en/blog/colombia-leader-in-tech-talent-for-usa-and-latin-america";
const connections = 16;
const seconds = 3;
const rounds = 5;
const siteFolder = resolve(".releases/current/.next/site");
// Node compiles the front while it runs: the first 3 s cost 44 µs a request, the fifth 29.
const warmUpSeconds = 12;
const promised = { next: 20, nginx: 0.35 };

type Server = { name: string; url: string; pid: number; cost: number[]; rate: number[] };

const folder = mkdtempSync(join(tmpdir(), "dreamcode-serve-"));
const stop = stopSignal();
const finished = new AbortController();
const ended: Promise<number>[] = [];
try {
  await bench();
} finally {
  finished.abort();
  await Promise.all(ended);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function bench() {
  const nginx = findWebServer("nginx");
  const front = await startFront();
  const next = await startNext();
  const plain = nginx ? await startNginx(nginx, "nginx, files alone", plainBlock) : undefined;
  const recipe = nginx ? await startNginx(nginx, "nginx, our recipe", recipeBlock) : undefined;
  const servers = [front, next, plain, recipe].filter((server) => server !== undefined);
  for (const server of servers) await measure(server, warmUpSeconds);
  for (let round = 0; round < rounds; round++) {
    for (const server of servers) {
      const { cost, rate } = await measure(server, seconds);
      server.cost.push(cost);
      server.rate.push(rate);
    }
  }

  console.log(
    `${machine()}\n` +
      `one article, gzip, ${connections} connections, ${seconds} s a run after ${warmUpSeconds} s of warming up,\n` +
      `median of ${rounds} interleaved runs; the client shares the machine\n`,
  );
  const ratio = (server: Server) => median(server.cost.map((cost, round) => cost / (front.cost[round] ?? Number.NaN)));
  console.log(
    alignedTable([
      ["server", "CPU µs a request", "× the front's", "requests/s"],
      ...servers.map((server) => [
        server.name,
        median(server.cost).toFixed(0),
        ratio(server).toFixed(2),
        median(server.rate).toFixed(0),
      ]),
    ]),
  );
  if (!plain) console.log("\nnginx is not installed here: its rows are left out.");
  expectAtLeast("CPU of next start ÷ the front's", ratio(next), promised.next);
  if (plain) expectAtLeast("CPU of nginx ÷ the front's", ratio(plain), promised.nginx);
}

function expectAtLeast(what: string, found: number, least: number) {
  console.log(`${what} is ${found.toFixed(2)}, promised is ${least}`);
  if (found < least) process.exitCode = 1;
}

/** The CPU time of the server and all its processes, over what it answered. */
async function measure({ name, url, pid }: Server, duration: number) {
  const before = processTree(pid).cpuSeconds;
  const result = await autocannon({ url: url + path, connections, duration, headers: { "accept-encoding": "gzip" } });
  const used = processTree(pid).cpuSeconds - before;
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${name}: ${result.non2xx} answers were not 200, ${result.errors} failed`);
  return { cost: (used / result["2xx"]) * 1e6, rate: result["2xx"] / result.duration };
}

async function startFront(): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  return start("front", url, process.execPath, ["server.ts"], {
    PORT: `${port}`,
    HOST: "127.0.0.1",
    SITE_URL: url,
    DATA_DIR: join(folder, "data"),
    DATABASE_URL: "",
    SMTP_URL: "",
  });
}

/** The same build under a configuration of its own, because ours leaves compression to the front. */
async function startNext(): Promise<Server> {
  const place = join(folder, "next");
  mkdirSync(place);
  for (const name of [".next", "public", "node_modules", "package.json"]) symlinkSync(resolve(name), join(place, name));
  writeFileSync(join(place, "next.config.mjs"), "export default { compress: true, images: { unoptimized: true } };");
  const port = await freePort();
  const program = resolve("node_modules/next/dist/bin/next");
  const args = [program, "start", place, "-p", `${port}`, "-H", "127.0.0.1"];
  return start("next start", `http://127.0.0.1:${port}`, process.execPath, args);
}

async function startNginx(nginx: string, name: string, block: (listen: number) => string): Promise<Server> {
  const port = await freePort();
  return start(name, `http://127.0.0.1:${port}`, nginx, nginxArgs(folder, block(port)));
}

function plainBlock(listen: number): string {
  const answer = 'default_type "text/html; charset=utf-8"; try_files $uri.html =404;';
  return `server { listen ${listen}; root "${siteFolder}"; access_log off; gzip_static on; location / { ${answer} } }`;
}

function recipeBlock(listen: number): string {
  const manifest = JSON.parse(readFileSync(join(siteFolder, "site.json"), "utf8"));
  const env = { siteUrl: `http://127.0.0.1:${listen}`, isStaging: false };
  return nginxRecipe(manifest, {
    folder: siteFolder,
    listen,
    upstream: "http://127.0.0.1:9",
    viewsTo: "127.0.0.1:9",
    ...env,
  });
}

async function start(
  name: string,
  url: string,
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Server> {
  const program = startProcess(command, args, {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env },
    stop: AbortSignal.any([stop, finished.signal]),
    quiet: true,
  });
  ended.push(program.exitCode);
  await untilAnswered(url + path, program);
  return { name, url, pid: program.pid, cost: [], rate: [] };
}
