import { type SpawnOptions, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { logOf, readOutcome, removeOldOutcomes, waitingOutcome, writeOutcome } from "./publication-outcome.ts";
import { publishEnv } from "./publish-env.ts";

/** Fetches and publishes when a Git host says so: each time in a process that outlives this one, which it may replace. */
export function openPublications(secret: string, project = process.cwd()) {
  const releases = join(project, ".releases");
  return { secret, begin, find: (id: string) => readOutcome(id, releases) };

  /** The name of its outcome. */
  function begin(): string {
    const waiting = waitingOutcome(releases);
    if (waiting) return waiting;
    const id = randomUUID();
    const log = openSync(logOf(id, releases), "a", 0o600);
    // Nobody is there to type a password.
    const env = {
      ...publishEnv(),
      GIT_TERMINAL_PROMPT: "0",
      GIT_SSH_COMMAND: "ssh -oBatchMode=yes -oConnectTimeout=15 -oServerAliveInterval=15",
    };
    const options: SpawnOptions = { cwd: project, env, stdio: ["ignore", log, log], detached: true };
    const publishing = spawn(process.execPath, ["scripts/publish.ts", "--pull", "--outcome", id], options);
    publishing.once("error", () => writeOutcome(id, "failed", releases)).unref();
    closeSync(log);
    removeOldOutcomes(releases);
    return id;
  }
}
