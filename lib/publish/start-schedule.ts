import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { colombianMinute } from "#lib/hours/colombian-minute.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { type Repeating, repeat } from "#lib/leads/repeat.ts";
import { readManifest } from "#lib/serve/site-folder/read-manifest.ts";
import { dueObstacle } from "./due-obstacle.ts";
import { publishEnv } from "./publish-env.ts";
import { wentBack } from "./went-back.ts";

const lookMs = 10_000;
const lookForObstaclesMs = 60 * 60_000;
/** Somebody is to read the alarm before, also over a weekend. */
const aheadMs = 72 * 60 * 60_000;
const lateMs = 5 * 60_000;
const againMs = 10 * 60_000;

type ScheduleDesk = Pick<LeadDesk, "sightings" | "report" | "now">;

/**
 * Publishes what a release has waiting when its time has come, and raises an alarm days before where this machine cannot.
 * The release is this process's own: each process that follows has a schedule of its own.
 */
export function startSchedule(
  release: string,
  { sightings, report, now }: ScheduleDesk,
  project = process.cwd(),
  everyMs = lookMs,
): Repeating {
  const { changesAt } = readManifest(join(release, ".next/site"));
  if (!changesAt) return { stop: async () => {} };
  const due = Date.parse(changesAt);
  const inBogota = colombianMinute(new Date(due)).replace("T", " ");
  // Of a site that was off at its time nothing has been tried yet.
  const begins = Math.max(due, now().getTime());
  let lookedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  return repeat(everyMs, look, (cause) => report("what is due is not looked for", errorCode(cause)));

  async function look() {
    const time = now().getTime();
    // Until somebody publishes, which may be what runs already.
    const isHeld = wentBack.isTo(release);
    if (!isHeld && time > begins + lateMs) sightings.see("publication-late", { due: inBogota });
    if (!isHeld && time >= due && Math.abs(time - triedAt) >= againMs) {
      triedAt = time;
      publish();
    } else if ((isHeld || time < due) && time > due - aheadMs && Math.abs(time - lookedAt) >= lookForObstaclesMs) {
      lookedAt = time;
      const reason = dueObstacle(release, project);
      if (reason) sightings.see("publication-blocked", { due: inBogota, reason });
      else sightings.isOver("publication-blocked");
    }
  }

  function publish() {
    const options = { cwd: project, env: publishEnv(), stdio: "inherit" } as const;
    const publishing = spawn(process.execPath, ["scripts/publish.ts", "--due"], options);
    once(publishing, "exit").then(
      ([code]) => code === 0 || report("what was due could not be published", `exit code ${code}`),
      (cause) => report("what was due could not be published", errorCode(cause)),
    );
  }
}
