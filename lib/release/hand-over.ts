import { basename, dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { giveNotice } from "./publication-notice.ts";
import { pointTo } from "./releases.ts";
import { readMarks } from "./runner-mark.ts";

const lookMs = 50;
// A process may take a minute to start, and starts one after the other where several were published.
const patienceMs = 150_000;

/**
 * Lets all that runs go over to a release, and the next start take it. When one of them cannot, all return to the release
 * before: `refusals` has the reason of each.
 */
export async function handOver(release: string, before: string | undefined) {
  const releases = dirname(release);
  pointTo(release, "current");
  const refusals = await told(release);
  if (refusals.length > 0 && before) {
    pointTo(before, "current");
    await told(before);
  }
  return { runners: readMarks(releases).length, refusals };

  async function told(release: string): Promise<string[]> {
    const { id } = giveNotice(basename(release), releases);
    const end = Date.now() + patienceMs;
    let late = readMarks(releases);
    while (late.length > 0 && Date.now() < end) {
      await wait(lookMs);
      late = readMarks(releases).filter(({ notice }) => notice !== id);
    }
    const refused = readMarks(releases).filter(({ notice, refusal }) => notice === id && refusal !== undefined);
    return [
      ...refused.map(({ pid, entry, refusal }) => `${entry} (process ${pid}) could not go over: ${refusal}`),
      ...late.map(({ pid, entry }) => `${entry} (process ${pid}) has not answered for ${patienceMs / 1000} seconds`),
    ];
  }
}
