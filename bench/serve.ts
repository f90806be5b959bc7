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
import { printGoals } from "./print-goals.ts";
import { untilAnswered } from "./until-answered.ts";

// What one request for an article or the home page costs the server: our front, Next alone, and nginx with its log, which read the
// same build.
const paths = {
  article: "/en/blog/colombia-leader-in-tech-talent-for-usa-and-latin-america",
  home: "/en",
};
const connections = 16;
const seconds = 3;
const rounds = 5;
const siteFolder = resolve(".releases/current/.next/site");
// Node compiles the front while it runs: the first 3 s cost 44 µs a request, the fifth 29.
const warmUpSeconds = 12;

type Page = keyof typeof paths;
type Server = { name: string; url: string; pid: number };
/** Of one page from one server, a value for each round. */
type Series = { server: Server; page: Page; cost: number[]; rate: number[] };

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
  const series = (Object.keys(paths) as Page[]).flatMap((page) =>
    servers.map((server): Series => ({ server, page, cost: [], rate: [] })),
  );
  for (const { server, page } of series) await measure(server, page, warmUpSeconds);
  for (let round = 0; round < rounds; round++) {
    for (const { server, page, ...values } of series) {
      const { cost, rate } = await measure(server, page, seconds);
      values.cost.push(cost);
      values.rate.push(rate);
    }
  }

  console.log(
    `${machine()}\n` +
      `gzip, nginx with its access log, ${connections} connections, ${seconds} s a run after ${warmUpSeconds} s of warming up,\n` +
      `median of ${rounds} interleaved runs; the client shares the machine\n`,
  );
  const of = (server: Server, page: Page) => series.find((each) => each.server === server && each.page === page);
  /** What one costs of what another does, in the same round. */
  const ratio = (one: Series | undefined, other: Series | undefined) =>
    median((one?.cost ?? []).map((cost, round) => cost / (other?.cost[round] ?? Number.NaN)));
  console.log(
    alignedTable([
      ["page", "server", "CPU µs a request", "× the front's", "requests/s"],
      ...series.map((each) => [
        each.page,
        each.server.name,
        median(each.cost).toFixed(0),
        ratio(each, of(front, each.page)).toFixed(2),
        median(each.rate).toFixed(0),
      ]),
    ]),
  );
  if (!plain) console.log("\nnginx is not installed here: its rows are left out.");
  console.log("");
  const times = (what: string, found: number) => ({ what: `CPU of ${what}`, found, unit: "times" });
  printGoals([
    { ...times("next start ÷ the front's, article", ratio(of(next, "article"), of(front, "article"))), atLeast: 20 },
    ...(plain
      ? (["article", "home"] as const).map((page) => ({
          ...times(`nginx ÷ the front's, ${page}`, ratio(of(plain, page), of(front, page))),
          atLeast: 0.4,
        }))
      : []),
    { ...times("the home page ÷ an article's, front", ratio(of(front, "home"), of(front, "article"))), atMost: 1 },
  ]);
}

/** The CPU time of the server and all its processes, over what it answered. */
async function measure({ name, url, pid }: Server, page: Page, duration: number) {
  const before = processTree(pid).cpuSeconds;
  const result = await autocannon({
    url: url + paths[page],
    connections,
    duration,
    headers: { "accept-encoding": "gzip" },
  });
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
  return `server { listen ${listen}; root "${siteFolder}"; access_log "${join(folder, "access.log")}"; gzip_static on; location / { ${answer} } }`;
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
  await untilAnswered(url + paths.article, program);
  return { name, url, pid: program.pid };
}
