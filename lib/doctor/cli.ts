import { Resolver } from "node:dns/promises";
import { type Env, EnvError, readEnv } from "#lib/env.ts";
import { keptByNpm } from "#lib/kept-by-npm.ts";
import { fileTrouble } from "#lib/leads/disk/file-trouble.ts";
import { markLookedAt } from "#lib/leads/disk/looked-at.ts";
import { misspeltSettings } from "#lib/misspelt-settings.ts";
import { parseOptions } from "#lib/parse-options.ts";
import { siteFolder } from "#lib/serve/site-folder/site-manifest.ts";
import { askSite, localOrigin } from "./ask-site.ts";
import { examine, type FindingOf } from "./examine.ts";
import { patienceMs } from "./patience-ms.ts";

// `npm run doctor`: looks whether all is well with an installation, while the site runs or before. It changes nothing.
const options = { dkim: { type: "string" }, mail: { type: "boolean" } } as const;
const usage = "Usage: npm run doctor -- [--dkim SELECTOR] [--mail]";

// What a server has left open would keep the process.
process.exit(await run(process.argv.slice(2)));

async function run(args: string[]): Promise<number> {
  const kept = keptByNpm(Object.keys(options));
  const values = parseOptions(args, options);
  if (typeof values === "string" || kept.length > 0) {
    console.error(typeof values === "string" ? values : `npm kept ${kept.join(" and ")} for itself: put -- before it.`);
    console.error(usage);
    return 2;
  }
  const findings = await findingsOf(values);
  for (const finding of findings) console.log(lineOf(finding));
  return findings.some(({ state }) => state === "wrong") ? 1 : 0;
}

async function findingsOf({ dkim, mail = false }: { dkim?: string; mail?: boolean }): Promise<FindingOf[]> {
  const env = readOrProblems();
  if (Array.isArray(env)) return env;
  const findings = await examine({
    env,
    siteFolder,
    names: new Resolver({ timeout: patienceMs, tries: 1 }),
    selector: dkim,
    sendsTestMail: mail,
    publicAnswer: askSite(env.siteUrl),
    localAnswer: askSite(localOrigin(env)),
  });
  return [...settings(), ...findings, ...mark(env)];
}

function settings(): FindingOf[] {
  const slips = misspeltSettings();
  if (slips.length === 0) return [{ about: "environment", state: "ok", seen: "every variable can be used" }];
  return slips.map((seen) => ({
    about: "environment",
    state: "warning",
    seen,
    todo: "Correct its name, or delete it.",
  }));
}

/** A line for each, as the start would name them. */
function readOrProblems(): Env | FindingOf[] {
  try {
    return readEnv();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    const problems = error.message.split("\n").slice(1);
    return problems.map((problem) => ({
      about: "environment",
      state: "wrong",
      seen: problem.trim(),
      todo: "(.env.example explains it)",
    }));
  }
}

function mark({ dataDir }: Env): FindingOf[] {
  try {
    markLookedAt(dataDir);
    return [];
  } catch (cause) {
    const seen = `no mark could be left in ${dataDir}: ${fileTrouble(cause) ?? cause}`;
    return [{ about: "DATA_DIR", state: "warning", seen, todo: "Run this as the user that runs the site." }];
  }
}

function lineOf({ about, ...finding }: FindingOf): string {
  const said = finding.state === "ok" ? finding.seen : `${finding.seen}. ${finding.todo}`;
  return `${finding.state.padEnd(7)}  ${about.padEnd(11)}  ${said}`;
}
