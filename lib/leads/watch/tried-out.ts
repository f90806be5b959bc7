import { errorCode } from "#lib/leads/error-code.ts";
import type { Spool } from "#lib/leads/intake/spool.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { writeSighting } from "#lib/leads/store/sightings.ts";

type TryDesk = Pick<LeadDesk, "store" | "spool" | "now" | "report">;
type Trouble = "disk-full" | "store-unwritable" | "spool-unwritable";

/** Two writes to a disk, whoever asks and how often. */
const triedEveryMs = 5_000;
const tries = new WeakMap<Spool, { at: number; found: ReturnType<typeof tryOut> }>();

/**
 * Writes where leads are written, since that a store and a folder can be read says nothing of a full disk: what is wrong with
 * the spool, known at once, and with the store, which may take its time.
 */
export function triedOut(desk: TryDesk): ReturnType<typeof tryOut> {
  const at = desk.now().getTime();
  const last = tries.get(desk.spool);
  if (last && Math.abs(at - last.at) < triedEveryMs) return last.found;
  const found = tryOut(desk);
  tries.set(desk.spool, { at, found });
  return found;
}

function tryOut(desk: TryDesk): { spool: Trouble | undefined; store: Promise<Trouble | undefined> } {
  return { store: tryStore(desk), spool: trySpool(desk) };
}

async function tryStore({ store, now, report }: TryDesk): Promise<Trouble | undefined> {
  try {
    await writeSighting(store.db, "tried-out", now().toISOString());
    return undefined;
  } catch (cause) {
    report("store not writable", errorCode(cause));
    return isFull(cause) ? "disk-full" : "store-unwritable";
  }
}

function trySpool({ store, spool, report }: TryDesk): Trouble | undefined {
  try {
    spool.tryOut();
    return undefined;
  } catch (cause) {
    report("spool not writable", errorCode(cause));
    // SQLite is on the same disk, and may still have written where its log was written before.
    return isFull(cause) && store.kind === "sqlite" ? "disk-full" : "spool-unwritable";
  }
}

/** As the system, SQLite and PostgreSQL say it. */
function isFull(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const { code, errcode } = cause as Error & { code?: string; errcode?: number };
  return ["ENOSPC", "EDQUOT", "EFBIG", "53100"].includes(code ?? "") || errcode === 13;
}
