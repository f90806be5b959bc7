import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { SMTPServer } from "smtp-server";
import { alignedTable } from "#lib/aligned-table.ts";
import { openLeadStore } from "#lib/leads/store/lead-store.ts";
import { freePort } from "../scripts/free-port.ts";
import { startProcess } from "../scripts/start-process.ts";
import { stopSignal } from "../scripts/stop-signal.ts";
import { machine } from "./machine.ts";
import { median } from "./median.ts";
import { type Goal, printGoals } from "./print-goals.ts";
import { untilAnswered } from "./until-answered.ts";

// Durable leads a second over HTTP, through /api/forms/contact of the built site, and what the state of the mail server
// has to do with it: nothing, because no answer waits for mail.
const connections = 32;
const { amount } = parseArgs({ options: { amount: { type: "string", default: "2000" } } }).values;
const rounds = 3;

const articlePath = "/en/blog/colombia-leader-in-tech-talent-for-usa-and-latin-america";
const inquiriesASecond = 200;
const pagesASecond = 100;
const warmUpSeconds = 5;
const besideSeconds = 10;

const stop = stopSignal();

type MailServer = { state: string; port: number; close(): void };

const mailServers = [await upServer(), await downServer(), await hangingServer()];
const results = mailServers.map(({ state }) => ({
  state,
  rates: [] as number[],
  p50: [] as number[],
  p99: [] as number[],
}));
for (let round = 0; round < rounds; round++) {
  for (const [index, mailServer] of mailServers.entries()) {
    const { rate, p50, p99 } = await measure(mailServer);
    results[index]?.rates.push(rate);
    results[index]?.p50.push(p50);
    results[index]?.p99.push(p99);
  }
}
for (const { close } of mailServers) close();

console.log(
  `${machine()}, SQLite\n` +
    `${amount} leads over ${connections} connections a run, median of ${rounds} interleaved runs; the client shares the machine\n`,
);
console.log(
  alignedTable([
    ["mail server", "leads/s", "p50 ms", "p99 ms"],
    ...results.map(({ state, rates, p50, p99 }) => [
      state,
      median(rates).toFixed(0),
      median(p50).toFixed(0),
      median(p99).toFixed(0),
    ]),
  ]),
);

console.log("");
printGoals(await besideReaders());

/** A site of its own for each run; every answer was 201, and every lead that was answered is in its store. */
async function measure({ port }: MailServer) {
  return withSite(port, async (url, dataDir, stopSite) => {
    const result = await autocannon({ ...inquiries(url), connections, amount: Number(amount) });
    await stopSite();

    const store = await openLeadStore({ dataDir });
    const { leads } = await store.db
      .selectFrom("lead")
      .select(({ fn }) => fn.countAll<number>().as("leads"))
      .executeTakeFirstOrThrow();
    await store.close();
    if (result.non2xx > 0 || result.errors > 0)
      throw new Error(`${result.non2xx} answers were not 201, ${result.errors} failed`);
    if (leads !== result["2xx"]) throw new Error(`${result["2xx"]} leads were acknowledged and ${leads} are stored`);
    return { rate: leads / result.duration, p50: result.latency.p50, p99: result.latency.p99 };
  });
}

/** How long readers wait for a page while inquiries come, as many as are promised. */
async function besideReaders(): Promise<Goal[]> {
  const mailServer = await upServer();
  try {
    return await withSite(mailServer.port, async (url) => {
      const article = { url: `${url}${articlePath}`, headers: { "accept-encoding": "br" }, connections: 4 };
      await autocannon({ ...article, duration: warmUpSeconds });
      await autocannon({ ...inquiries(url), connections, overallRate: inquiriesASecond, duration: warmUpSeconds });
      const [taken, read] = await Promise.all([
        autocannon({ ...inquiries(url), connections, overallRate: inquiriesASecond, duration: besideSeconds }),
        autocannon({ ...article, overallRate: pagesASecond, duration: besideSeconds }),
      ]);
      return [
        {
          what: "inquiries stored beside readers",
          found: taken["2xx"] / taken.duration,
          unit: "a second",
          atLeast: inquiriesASecond * 0.98,
        },
        { what: "p99 of a page beside them", found: read.latency.p99, unit: "ms", atMost: 20 },
      ];
    });
  } finally {
    mailServer.close();
  }
}

function inquiries(url: string) {
  return {
    url: `${url}/api/forms/contact`,
    method: "POST" as const,
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
    body: "name=Ana+Torres&email=ana%2B[<id>]@company.com&message=Two+engineers+for+[<id>].&consent=on&locale=en",
    idReplacement: true,
    // On a disk that others use the last of those that wait may take longer than the 10 that count by default: p99 says so.
    timeout: 60,
  };
}

async function withSite<Result>(
  smtpPort: number,
  use: (url: string, dataDir: string, stopSite: () => Promise<unknown>) => Promise<Result>,
): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), "dreamcode-intake-"));
  const finished = new AbortController();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const site = startProcess(process.execPath, ["server.ts"], {
    stop: AbortSignal.any([stop, finished.signal]),
    quiet: true,
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: `${port}`,
      HOST: "127.0.0.1",
      SITE_URL: url,
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      RATE_LIMIT: "off",
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      MAIL_FROM: "hello@dreamcode.test",
      LEADS_TO: "sales@dreamcode.test",
    },
  });
  const stopSite = () => {
    finished.abort();
    return site.exitCode;
  };
  try {
    await untilAnswered(`${url}/api/health`, site);
    return await use(url, dataDir, stopSite);
  } finally {
    await stopSite();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function upServer(): Promise<MailServer> {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onData(stream, _session, answer) {
      stream.resume().on("end", () => answer());
    },
  });
  server.on("error", () => undefined);
  const port = await freePort();
  await once(server.listen(port, "127.0.0.1"), "listening");
  return { state: "up", port, close: () => server.close() };
}

async function downServer(): Promise<MailServer> {
  return { state: "down", port: await freePort(), close: () => undefined };
}

/** Takes the connection and never says a word. */
async function hangingServer(): Promise<MailServer> {
  const port = await freePort();
  const server = createServer((socket) => socket.on("error", () => socket.destroy())).listen(port, "127.0.0.1");
  await once(server, "listening");
  server.unref();
  return { state: "hanging", port, close: () => server.close() };
}
