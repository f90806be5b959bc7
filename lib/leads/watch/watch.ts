import { isLowRoom } from "#lib/leads/disk/is-low-room.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { type Repeating, repeat } from "#lib/leads/repeat.ts";
import { forgetSighting } from "#lib/leads/store/sightings.ts";

const everyMs = 5_000;
/** What was lost and opened anew is said for so long, so that a monitor sees it and the alarm goes out. */
const minute = 60_000;

type WatchDesk = Pick<LeadDesk, "store" | "spool" | "sightings" | "report">;

/** Looks after what only a process that takes leads can see, for as long as the site runs. */
export async function startWatch(desk: WatchDesk): Promise<Repeating> {
  await forgetMended(desk).catch((cause) => desk.report("what was seen before is not forgotten", errorCode(cause)));
  return repeat(
    everyMs,
    () => watch(desk),
    (cause) => desk.report("not looked after", errorCode(cause)),
  );
}

/** Whoever starts the site may have mended it. What is still so is seen again at once, or with the next request. */
async function forgetMended({ store: { db } }: WatchDesk) {
  for (const topic of [
    "proxy-untrusted",
    "connections-full",
    "store-moved",
    "disk-low",
    "log-lost",
    "publication-blocked",
    "publication-late",
    "publication-failed",
  ] as const)
    await forgetSighting(db, topic);
}

export async function watch(desk: WatchDesk): Promise<void> {
  look(desk);
  try {
    await desk.sightings.write();
  } catch (cause) {
    desk.report("what was seen is not written down", errorCode(cause));
  }
}

/** Whether the store is where it was, and room is left. */
export function look({ store, spool, sightings, report }: WatchDesk): void {
  try {
    if (store.isInPlace(minute)) sightings.isOver("store-moved");
    else sightings.see("store-moved");
    const room = spool.room();
    if (!isLowRoom(room)) sightings.isOver("disk-low");
    else sightings.see("disk-low", { room: `${Math.floor(room.bytes / 1_000_000)} MB`, files: `${room.files}` });
  } catch (cause) {
    report("DATA_DIR not looked at", errorCode(cause));
  }
}
