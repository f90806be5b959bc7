import { setTimeout as wait } from "node:timers/promises";
import { styleText } from "node:util";
import { freePort } from "./free-port.ts";
import { InboxNotListening, startInbox } from "./inbox.ts";
import { isPortInUse } from "./is-port-in-use.ts";
import { startProcess } from "./start-process.ts";
import { stopSignal } from "./stop-signal.ts";

const smtpPort = await portLike(1025);
const inboxPort = await portLike(1080);
const startLimitMs = 30_000;

const port = process.env.PORT || "3000";
const site = process.env.SITE_URL || `http://localhost:${port}`;
const env = {
  ...process.env,
  NODE_ENV: "production" as const,
  NEXT_TELEMETRY_DISABLED: "1",
  PORT: port,
  SITE_URL: site,
  // Everybody who tries the demo has one address, and some are programs.
  RATE_LIMIT: process.env.RATE_LIMIT || "off",
  SMTP_URL: process.env.SMTP_URL || `smtp://127.0.0.1:${smtpPort}`,
  MAIL_FROM: process.env.MAIL_FROM || "DreamCode <site@dreamcode.example>",
  LEADS_TO: process.env.LEADS_TO || "team@dreamcode.example",
};

const healthUrl = `http://localhost:${port}/api/health`;

const stop = stopSignal();
const problems = await demo();
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);

/** Another where the usual one is taken: nobody has to know it by heart, and the first screen names it. */
async function portLike(usual: number): Promise<number> {
  return (await isPortInUse(usual)) ? freePort() : usual;
}

/** Runs until it is stopped, and gives what went wrong. */
async function demo(): Promise<string[]> {
  const portProblems = await findPortProblems();
  if (portProblems.length > 0) return portProblems;

  console.log("Building the site…");
  const build = startProcess(process.execPath, ["scripts/build.ts"], { env, stop, quiet: true });
  const code = await build.exitCode;
  if (stop.aborted) return [];
  if (code !== 0) return [build.output(), "The site could not be built, for the reason above."];

  const inbox = await startInbox({ smtpPort, httpPort: inboxPort }).catch((error) => {
    if (error instanceof InboxNotListening) return error.message;
    throw error;
  });
  if (typeof inbox === "string") return [inbox];

  const giveUp = new AbortController();
  const server = startProcess(process.execPath, ["server.ts"], { env, stop: AbortSignal.any([stop, giveUp.signal]) });
  const ended = server.exitCode.then(() => "ended" as const);
  const health = await Promise.race([waitForHealth(), ended]);
  if (health === "silent") giveUp.abort();
  if (health === "well" || health === "unwell") console.log(firstScreen(health));

  const ending = await server.exitCode;
  await inbox.close();
  if (stop.aborted) return [];
  if (health === "silent") return [`The site did not answer on ${healthUrl} within ${startLimitMs / 1000} seconds.`];
  return [`The site stopped by itself with exit code ${ending}. What it said is above.`];
}

async function findPortProblems(): Promise<string[]> {
  if (!/^[1-9]\d{0,4}$/.test(port) || Number(port) > 65535) return [`PORT is ${port}: write a number from 1 to 65535.`];

  if (!(await isPortInUse(Number(port)))) return [];
  return [
    `Port ${port} is in use, and the site needs it. Stop what runs there, or choose another: PORT=3001 npm run demo.`,
  ];
}

/** "unwell" is a site that runs but reports a problem of its own, such as mail of an earlier run that nobody took. */
async function waitForHealth(): Promise<"well" | "unwell" | "silent"> {
  let status: number | undefined;
  for (const limit = Date.now() + startLimitMs; Date.now() < limit && !stop.aborted; await wait(100)) {
    status = await fetch(healthUrl).then(
      (response) => response.status,
      () => undefined,
    );
    if (status === 200) return "well";
  }
  return status === undefined ? "silent" : "unwell";
}

function firstScreen(health: "well" | "unwell"): string {
  const inbox = `http://localhost:${inboxPort}`;
  const lines = [
    bold("DreamCode is running."),
    "",
    `  Site    ${link(`${site}/en`)}  English`,
    `          ${link(`${site}/es`)}  Español`,
    `  Inbox   ${link(inbox)}  every mail the site sends arrives here`,
    "",
    bold("Try this first"),
    `  1. Open ${link(`${site}/en/inquiry`)}, fill in the form and send it.`,
    `  2. Open ${link(inbox)}: the team's mail and the visitor's receipt are there.`,
    "  3. In a second terminal, see the stored inquiry: npm run leads -- list",
    "",
    "Ctrl-C stops both.",
  ];
  if (process.env.SMTP_URL) lines.push("", "SMTP_URL is set, so mail goes to that server and not to this inbox.");
  if (health === "unwell") lines.push("", `The site reports a problem of its own: see ${link(healthUrl)}.`);
  return ["", ...lines.map((line) => (line ? `  ${line}` : line)), ""].join("\n");
}

function bold(text: string): string {
  return styleText("bold", text);
}

function link(text: string): string {
  return styleText("underline", text);
}
