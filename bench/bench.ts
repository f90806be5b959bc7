import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import lighthouse from "lighthouse/package.json" with { type: "json" };
import { alignedTable } from "#lib/aligned-table.ts";
import { findWebServer } from "#lib/serve/recipes/find-web-server.ts";
import { nginxArgs } from "#lib/serve/recipes/nginx-args.ts";
import { findChromium } from "../scripts/find-chromium.ts";
import { freePort } from "../scripts/free-port.ts";
import { type RunningProcess, startProcess } from "../scripts/start-process.ts";
import { stopSignal } from "../scripts/stop-signal.ts";
import { machine } from "./machine.ts";
import { type Form, measureLoad } from "./measure-load.ts";
import { type Budget, headings, type PageLoad, row, shortfalls, summary } from "./page-load.ts";
import { untilAnswered } from "./until-answered.ts";

/** Written by hand: figures of two builds compare only when they are of the same pages. */
// Of the eight four are fonts: as two with axes, and seven requests, they weighed 66 KB in place of 38.
const article: Budget = { requests: 8, HTML: 10, CSS: 10, JS: 0, fonts: 45 };
const articlePath = "/en/blog/colombia-leader-in-tech-talent-for-usa-and-latin-america";
const pages: { name: string; path: string; budget?: Budget }[] = [
  { name: "home", path: "/en" },
  { name: "article", path: articlePath, budget: article },
  { name: "service", path: "/en/services/staff-augmentation" },
  { name: "inquiry", path: "/en/inquiry", budget: { JS: 175 } },
  { name: "home (es)", path: "/es" },
];
/** The other kinds of page, which are compared with those of others as well. */
const kinds = [
  { name: "articles", path: "/en/blog" },
  { name: "services", path: "/en/services" },
  { name: "industry", path: "/en/industries/ecommerce-and-retail" },
  { name: "hubs", path: "/en/hubs" },
  { name: "about", path: "/en/about" },
  { name: "hours", path: "/en/hours" },
  { name: "search", path: "/en/search?q=support" },
  { name: "contact", path: "/en/contact" },
];
const fromNginx = "article, nginx";
const programs = ["serve", "intake", "soak", "store", "search"].map((name) => `bench/${name}.ts`);
const forms: Form[] = ["mobile", "desktop"];
// Than that of the same bytes from nginx. On a desktop, where it is 300 ms, Node answers within what a browser leaves it of two
// cores: of seven runs the medians differed by 4 ms, of three by 21.
const mostOfNginx = 1.05;
const mostLaterMs = 30;

/** What ends the run and can be mended or looked at: said without a stack. */
class BenchError extends Error {}

const stop = stopSignal();
const folder = mkdtempSync(join(tmpdir(), "dreamcode-bench-"));
const finished = new AbortController();
const started: RunningProcess[] = [];

let exitCode = 1;
try {
  exitCode = await bench();
} catch (cause) {
  if (!stop.aborted) console.error(cause instanceof BenchError ? cause.message : cause);
} finally {
  finished.abort();
  await Promise.all(started.map((program) => program.exitCode));
  // Chromium's helpers may outlive it for a moment and still write their profile.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(stop.aborted ? 130 : exitCode);

async function bench(): Promise<number> {
  const { runs, build, others } = readOptions();
  // Takes an hour, so only where it is asked for.
  if (build) {
    const { text, code } = await output(["bench/build.ts"]);
    console.log(text);
    return code;
  }
  const chromium = findChromium(process.env);
  if (!chromium) throw new BenchError("No Chromium starts here: install one, or set CHROMIUM_PATH to one.");
  const conditions = conditionsNow(chromium, runs);

  const origin = await buildAndServe();
  const debuggingPort = await startChromium(chromium);
  const isCompared = others.length > 0;
  const nginx = isCompared ? undefined : await startNginx();
  const theirs = nginx ? [{ name: fromNginx, url: nginx + articlePath }] : others.map((url) => ({ name: url, url }));
  const ours = isCompared ? [...pages, ...kinds] : pages;
  const rows = await loadPages(
    [
      ...ours.map((page) => ({ budget: undefined, ...page, url: origin + page.path, isOurs: true })),
      ...theirs.map((page) => ({ budget: undefined, ...page, isOurs: false })),
    ],
    debuggingPort,
    runs,
  );

  console.log(`\n${conditions}\n`);
  console.log(
    alignedTable([["page", "as on", ...headings], ...rows.map(({ names, load }) => [...names, ...row(load)])]),
  );
  const found = rows
    .filter(({ isOurs }) => isOurs)
    .flatMap(({ names, load, budget }) => shortfalls(load, budget).map((line) => `${names.join(", ")}: ${line}`));
  found.push(...(isCompared ? laterThanOthers(rows) : laterThanNginx(rows)));
  for (const program of isCompared ? [] : programs) {
    console.log(`\n${program}`);
    const { text, code } = await output([program]);
    console.log(text);
    if (code !== 0) found.push(`${program} ended with exit code ${code}`);
  }
  console.log(found.length === 0 ? "\nEverything keeps what is promised." : `\nFalls short:\n  ${found.join("\n  ")}`);
  return found.length === 0 ? 0 : 1;
}

function readOptions(): { runs: number; build: boolean; others: string[] } {
  const options = {
    runs: { type: "string", default: "7" },
    build: { type: "boolean", default: false },
    against: { type: "string", multiple: true },
  } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { runs, build, against = [] } = values;
  if (!/^[1-9]\d?$/.test(runs)) throw new BenchError(`--runs is ${runs}: write a number from 1 to 99.`);
  if (positionals.length > 0 && against.length === 0)
    throw new BenchError(`What is ${positionals[0]}? Addresses to compare with stand behind --against.`);
  const others = [...against, ...positionals];
  const wrong = others.find((url) => !/^https?:$/.test(URL.parse(url)?.protocol ?? ""));
  if (wrong !== undefined) throw new BenchError(`${wrong} is no address: write it whole, with http:// or https://.`);
  return { runs: Number(runs), build, others };
}

function conditionsNow(chromium: string, runs: number): string {
  const version = spawnSync(chromium, ["--version"], { encoding: "utf8" }).stdout.trim();
  return [
    `${new Date().toISOString()}, at the start: ${machine()}`,
    `${version}, Lighthouse ${lighthouse.version}`,
    "mobile: simulated slow 4G and a CPU 4 times slower; desktop: simulated 10 Mbit/s",
    `times in ms, transferred bytes in KB of 1024: median of ${runs}; A11y, BP, SEO and CLS: the worst of ${runs}`,
  ].join("\n");
}

/**
 * Always builds: pages carry the address they are built for, and Lighthouse compares it with the one it asked for.
 * A build that happens to lie here may be of older sources or for another address.
 */
async function buildAndServe(): Promise<string> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    HOST: "localhost",
    SITE_URL: origin,
    DATA_DIR: join(folder, "data"),
    DATABASE_URL: "",
    // Empty counts as unset, and what a .env file says does not replace it.
    SMTP_URL: "",
  };

  console.log(`Building for ${origin}. Run \`npm run build\` before you serve the site again.`);
  await run(["scripts/build.ts"], env);

  const server = start(process.execPath, ["server.ts"], env);
  await untilAnswered(`${origin}/api/health`, server);
  return origin;
}

async function startChromium(chromium: string): Promise<number> {
  const port = await freePort();
  const flags = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    `--remote-debugging-port=${port}`,
    `--user-data-dir=${join(folder, "chromium")}`,
  ];
  await untilAnswered(`http://127.0.0.1:${port}/json/version`, start(chromium, flags));
  return port;
}

type Loaded = { name: string; url: string; isOurs: boolean; budget: Budget | undefined };

type Row = { names: [page: string, form: string]; load: PageLoad; isOurs: boolean; budget: Budget | undefined };

/** Of the others each is a page that somebody chose for its speed: ours is to be seen no later than the first of them. */
function laterThanOthers(rows: Row[]): string[] {
  const compared = forms.flatMap((form) => {
    const onForm = rows.filter(({ names }) => names[1] === form);
    const least = Math.min(...onForm.filter(({ isOurs }) => !isOurs).map(({ load }) => load.numbers.LCP));
    const ours = onForm.filter(({ isOurs }) => isOurs);
    return ours.map(({ names, load }) => ({ names, lcp: load.numbers.LCP, least }));
  });
  console.log("");
  console.log(
    alignedTable([
      ["page", "as on", "LCP", "the first of the others", "ratio, at most 1"],
      ...compared.map(({ names, lcp, least }) => [
        ...names,
        lcp.toFixed(0),
        least.toFixed(0),
        (lcp / least).toFixed(2),
      ]),
    ]),
  );
  return compared
    .filter(({ lcp, least }) => lcp > least)
    .map(
      ({ names, lcp, least }) => `${names.join(", ")}: LCP is ${lcp.toFixed(0)} ms, and ${least.toFixed(0)} elsewhere`,
    );
}

function laterThanNginx(rows: Row[]): string[] {
  return forms.flatMap((form) => {
    const lcp = (page: string) => rows.find(({ names }) => names[0] === page && names[1] === form)?.load.numbers.LCP;
    const [ours, theirs] = [lcp("article"), lcp(fromNginx)];
    if (!ours || !theirs) return [];
    const most = Math.max(theirs * mostOfNginx, theirs + mostLaterMs);
    const said = `LCP of the article is ${ours.toFixed(0)} ms, and ${theirs.toFixed(0)} of the same bytes from nginx`;
    console.log(`${said}, ${form}; at most ${most.toFixed(0)}`);
    return ours > most ? [`article, ${form}: ${said}`] : [];
  });
}

/** Serves the bytes of the article and what it needs as the front does, and nothing else. */
async function startNginx(): Promise<string | undefined> {
  const nginx = findWebServer("nginx");
  if (!nginx) {
    console.log("nginx is not installed here: nothing is compared with it.");
    return undefined;
  }
  const port = await freePort();
  const compressed = (address: string, file: string, type: string) =>
    `location ${address} { types {} default_type "${type}"; add_header content-encoding br; try_files ${file}.br =404; }`;
  const block = [
    `server { listen 127.0.0.1:${port}; root "${resolve(".releases/current/.next/site")}"; access_log off;`,
    compressed("/", "$uri.html", "text/html; charset=utf-8"),
    compressed("~ [.]css$", "$uri", "text/css"),
    compressed("~ [.]svg$", "$uri", "image/svg+xml"),
    'location ~ [.]woff2$ { types {} default_type "font/woff2"; } }',
  ];
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswered(origin + articlePath, start(nginx, nginxArgs(folder, block.join(" "))));
  return origin;
}

/** All pages once, then all pages again: a busy minute of the machine does not fall on one page alone. */
async function loadPages(all: Loaded[], debuggingPort: number, runs: number): Promise<Row[]> {
  const series = forms.flatMap((form) => all.map((page) => ({ ...page, form, loads: [] as PageLoad[] })));
  for (let turn = 1; turn <= runs; turn++) {
    console.log(`Loading ${series.length} pages, ${turn} of ${runs}…`);
    for (const { url, form, loads } of series) {
      const report = join(folder, "report.json");
      loads.push(await measured({ url, form, debuggingPort, report, run }));
    }
  }
  return series.map(({ name, form, isOurs, budget, loads }) => ({
    names: [name, form],
    isOurs,
    budget,
    load: summary(loads),
  }));
}

/** Now and then Lighthouse misses the start of a page in the browser's trace, and asks to be run again. */
async function measured(options: Parameters<typeof measureLoad>[0]): Promise<PageLoad> {
  for (let triesLeft = 2; ; triesLeft--) {
    try {
      return await measureLoad(options);
    } catch (cause) {
      if (triesLeft === 0 || stop.aborted) throw cause;
      console.log(`Again: ${cause instanceof BenchError ? cause.message.trim().split("\n")[0] : cause}`);
    }
  }
}

async function run(args: string[], env: NodeJS.ProcessEnv = process.env) {
  const program = start(process.execPath, args, env);
  const code = await program.exitCode;
  if (code !== 0) throw new BenchError(`${program.output()}\n${args.join(" ")} ended with exit code ${code}.`);
}

async function output(args: string[]): Promise<{ text: string; code: number }> {
  const program = start(process.execPath, args);
  return { code: await program.exitCode, text: program.output() };
}

function start(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): RunningProcess {
  const program = startProcess(command, args, { env, stop: AbortSignal.any([stop, finished.signal]), quiet: true });
  started.push(program);
  return program;
}
