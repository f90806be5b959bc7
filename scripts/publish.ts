// `npm run publish` puts what is written in place of what runs; `npm run publish -- --back` what was there before. The site
// itself runs it with `--due`, when the time of something has come that was published before, and with `--pull` when a Git
// host says that there is something new.
import { rmSync } from "node:fs";
import { basename, join } from "node:path";
import { readPublicEnv } from "#lib/env.ts";
import { keptByNpm } from "#lib/kept-by-npm.ts";
import { parseOptions } from "#lib/parse-options.ts";
import { changesBetween } from "#lib/publish/changes-between.ts";
import { differsInContentAlone } from "#lib/publish/differs-in-content-alone.ts";
import { dueObstacle } from "#lib/publish/due-obstacle.ts";
import { isDue } from "#lib/publish/is-due.ts";
import { isUpToDate } from "#lib/publish/is-up-to-date.ts";
import { type PublicationOutcome, writeOutcome } from "#lib/publish/publication-outcome.ts";
import { pullBesideRedirects } from "#lib/publish/redirects/pull-beside-redirects.ts";
import { redirectRenamed } from "#lib/publish/redirects/redirect-renamed.ts";
import { tellIndexNow } from "#lib/publish/tell-index-now.ts";
import { wentBack } from "#lib/publish/went-back.ts";
import { handOver } from "#lib/release/hand-over.ts";
import { oneAtATime } from "#lib/release/one-at-a-time.ts";
import { currentRelease, noteReplaced, releasesFolder, replacedBy } from "#lib/release/releases.ts";
import { removeOldReleases } from "#lib/release/remove-old-releases.ts";
import { readMarks } from "#lib/release/runner-mark.ts";
import { buildRelease, updateRelease } from "./build-release.ts";
import { orSay } from "./or-say.ts";
import { startProcess } from "./start-process.ts";
import { stopSignal } from "./stop-signal.ts";

const options = {
  back: { type: "boolean" },
  due: { type: "boolean" },
  pull: { type: "boolean" },
  outcome: { type: "string" },
} as const;
const values = readArguments();
// There drafts are marked by what time it is, which no page asks for.
const { isStaging } = readPublicEnv();
const stop = stopSignal();
const gitMs = 10 * 60_000;
const start = performance.now();
const way = values.back ? goBack : values.due ? publishDue : values.pull ? pullAndPublish : publish;
note("waiting");
process.on("exit", (code) => note(code === 0 ? "published" : "failed"));
const code = await orSay(() =>
  oneAtATime(() => {
    note("running");
    return way();
  }),
);
process.exitCode = code ?? 1;

/** Without what was asked, it would publish what is to be taken back. */
function readArguments() {
  const kept = keptByNpm(Object.keys(options));
  const values = parseOptions(process.argv.slice(2), options);
  if (kept.length > 0)
    console.error(`npm kept ${kept.join(" and ")} for itself. Put -- before it: npm run publish -- ${kept.join(" ")}`);
  else if (typeof values === "string")
    console.error(`${values} There is: npm run publish, npm run publish -- --pull and npm run publish -- --back`);
  else return values;
  process.exit(2);
}

function note(state: PublicationOutcome["state"]) {
  if (values.outcome) writeOutcome(values.outcome, state);
}

async function pullAndPublish(): Promise<number> {
  const code = await pullBesideRedirects(git);
  if (code === 0) return publish();
  console.error("Nothing was published: git pull failed.");
  return code;
}

/** A line that went dead says nothing, and everything that is to be published would wait behind it. */
function git(...command: string[]): Promise<number> {
  return startProcess("git", command, { env: process.env, stop: AbortSignal.any([stop, AbortSignal.timeout(gitMs)]) })
    .exitCode;
}

async function publish(): Promise<number> {
  const { siteUrl } = readPublicEnv();
  const site = readMarks().find(({ entry }) => entry === "lib/site-process.ts");
  if (site?.siteUrl && site.siteUrl !== siteUrl) {
    console.error(
      `The site runs as ${site.siteUrl}, and here SITE_URL is ${siteUrl}: set it alike. Nothing was published.`,
    );
    return 1;
  }
  const { newest, shown } = releasesNow();
  const moved = shown ? redirectRenamed(shown) : [];
  for (const { from, to } of moved) console.log(`content/redirects.yaml: ${from} leads to ${to} now.`);
  if (!newest || !isUpToDate(newest)) return publishFrom(process.cwd(), newest, shown);
  wentBack.forget(newest);
  if (shown !== newest) return putInPlace(newest, shown);
  console.log(`Nothing has changed since release ${basename(newest)}.`);
  return 0;
}

/** Of what was published alone: what is written since may be half done. */
async function publishDue(): Promise<number> {
  // Not of a build that nobody has published.
  const { shown: before } = releasesNow();
  // Another process of this machine may have been first.
  if (!before || !isDue(before)) return 0;
  const obstacle = dueObstacle(before);
  if (obstacle) {
    console.error(`What is due was not published: ${obstacle}`);
    return 1;
  }
  return publishFrom(before, before);
}

/** `shown` is what readers see until then. */
async function publishFrom(source: string, before: string | undefined, shown = before): Promise<number> {
  const isUpdate = before !== undefined && !isStaging && differsInContentAlone(before);
  const release = isUpdate ? await updateRelease(stop, before, source) : await buildRelease(stop, source);
  if (!release) {
    console.error("Nothing was published: what ran before goes on.");
    return 1;
  }
  const code = await putInPlace(release, shown);
  if (code !== 0) rmSync(release, { recursive: true, force: true });
  removeOldReleases();
  return code;
}

async function putInPlace(release: string, shown: string | undefined): Promise<number> {
  const code = await show(release, shown);
  if (code !== 0) return code;
  // Nobody would return to a build that nobody saw.
  if (shown) noteReplaced(release, shown);
  console.log(`Published after ${((performance.now() - start) / 1000).toFixed(1)} seconds.`);
  if (shown && values.outcome) {
    // Loaded here: by hand, all is said where it is read.
    const { tellNews } = await import("#lib/publish/tell-news.ts");
    await tellNews({ id: values.outcome, before: shown, release });
  }
  return 0;
}

/** A build beside what runs is what the next start takes: what readers see is the release before it. */
function releasesNow(): { newest: string | undefined; shown: string | undefined } {
  const newest = currentRelease();
  const behind = readMarks().find(({ release }) => newest && release !== basename(newest));
  return { newest, shown: behind ? join(releasesFolder, behind.release) : newest };
}

async function goBack(): Promise<number> {
  const { shown } = releasesNow();
  const before = shown && replacedBy(shown);
  if (!before) {
    console.error("There is no release before this one.");
    return 1;
  }
  // Before it runs: it looks at once what is due.
  wentBack.to(before);
  const code = await show(before, shown);
  if (code !== 0) wentBack.forget(before);
  else console.log("What appears or goes by its day waits until somebody publishes: npm run publish");
  return code;
}

async function show(release: string, before: string | undefined): Promise<number> {
  const { runners, refusals } = await handOver(release, before);
  for (const refusal of refusals) console.error(refusal);
  if (refusals.length > 0) return 1;
  console.log(
    runners > 0
      ? `Release ${basename(release)} runs.`
      : `Release ${basename(release)} is made. Nothing runs here: it is what the next start takes.`,
  );
  for (const line of before ? changesBetween(before, release) : []) console.log(line);
  if (before && runners > 0) await tellIndexNow({ before, release });
  return 0;
}
