import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import type { LeadSubmission } from "#lib/leads/intake/lead-submission.ts";
import type { StorePlace } from "./lead-store.ts";
import { storeEnv } from "./place-for-tests.ts";

const program = `
  import { readEnvOrExit } from "#lib/env.ts";
  import { importSpool } from "#lib/leads/intake/spool-import.ts";
  import { submitLead } from "#lib/leads/intake/submit-lead.ts";
  import { leadHealth } from "#lib/leads/watch/lead-health.ts";
  import { openDesk } from "#lib/open-desk.ts";
  const desk = await openDesk(readEnvOrExit());
  const answers = {
    submit: (submission) => submitLead(submission, desk),
    importSpool: () => importSpool(desk),
    health: () => leadHealth(desk, false),
    stop: () => desk.store.close(),
  };
  process.on("message", async ([ask, asked]) => {
    process.send((await answers[ask](asked)) ?? "done");
    if (ask === "stop") process.disconnect();
  });
  process.send("open");`;

/** Intake and health as the site has them, over the store, as a process of its own that does what it is told. */
export async function siteProcess(place: StorePlace) {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    env: { ...process.env, ...storeEnv(place), RATE_LIMIT: "off" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let said = "";
  child.stderr?.on("data", (part) => {
    said += part;
  });
  await once(child, "message");
  return {
    submit: (submission: LeadSubmission) => ask(child, "submit", submission),
    importSpool: () => ask(child, "importSpool"),
    health: () => ask(child, "health"),
    async stop() {
      await Promise.all([once(child, "exit"), ask(child, "stop")]);
    },
    async kill() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
    /** What it complained about in its log. */
    said: () =>
      said
        .split("\n")
        .filter((line) => !line.includes('"level":"info"'))
        .join("\n"),
  };
}

async function ask(child: ChildProcess, ...what: [string, unknown?]): Promise<unknown> {
  child.send(what);
  const [answer] = await once(child, "message");
  return answer;
}
