import { errorCode } from "#lib/leads/error-code.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { inTime } from "#lib/leads/outbox/in-time.ts";
import { currentAlarms } from "./alarms.ts";
import { deliveryNote } from "./delivery-note.ts";
import { triedOut } from "./tried-out.ts";
import { unreachedLeads } from "./unreached-leads.ts";
import { look } from "./watch.ts";

export type LeadHealth = {
  status: "ok" | "failing";
  store: "sqlite" | "postgres";
  mail: "ok" | "paused" | "refused" | "unconfigured";
  /** Why, while mail is paused, refused or delayed. */
  reason?: string | undefined;
  /** Messages to be delivered, and leads that wait for the store. */
  pending: number;
  dead: number;
  /** What is wrong, by its topic. */
  alarms: string[];
};

/** A lead was refused, or could not be kept if it came now. */
const intakeFaults = [
  "store-away",
  "store-unwritable",
  "store-moved",
  "disk-full",
  "leads-in-spool",
  "spool-unreadable",
  "lead-refused",
];

/** Load balancers and monitors wait no longer than 5 or 10 seconds, and a store that takes that long is away for a visitor. */
const patienceMs = 2_000;

/** How intake and delivery are, `sendsMail` by this process or by another one. Asked while the store is away, it says so and does not throw. */
export async function leadHealth(desk: LeadDesk, sendsMail: boolean): Promise<LeadHealth> {
  look(desk);
  const { spooled, spoolAlarms } = spoolHealth(desk);
  const seen = () => desk.sightings.current().map(({ topic }) => topic);
  try {
    const found = await inTime(storeHealth(desk), patienceMs);
    const { pending, dead, current, unreached, troubles } = found;
    const isDelivered = sendsMail || found.isDelivered;
    const known = current.map(({ topic }) => topic);
    const alarms = [...new Set([...spoolAlarms, ...troubles, ...known, ...seen()])];
    const paused = current.find(({ topic }) => topic === "mail-paused");
    const refused = current.find(({ topic }) => topic === "mail-refused");
    const stopped = paused ?? refused;
    const delayed = current.find(({ topic }) => topic === "mail-delayed");
    const isUnreached = unreached.refused || unreached.waiting || (isDelivered && stopped !== undefined);
    return {
      status: isUnreached || alarms.some((topic) => intakeFaults.includes(topic)) ? "failing" : "ok",
      store: desk.store.kind,
      mail: !isDelivered ? "unconfigured" : paused ? "paused" : refused ? "refused" : "ok",
      reason: (stopped ?? delayed)?.reason,
      pending: pending + spooled,
      dead,
      alarms,
    };
  } catch (cause) {
    desk.report("store not readable", errorCode(cause));
    return {
      status: "failing",
      store: desk.store.kind,
      mail: sendsMail ? "ok" : "unconfigured",
      reason: reasonAway(cause),
      pending: spooled,
      dead: 0,
      alarms: ["store-away", ...spoolAlarms, ...seen()],
    };
  }
}

function reasonAway(cause: unknown): string {
  const { name, code } = cause as NodeJS.ErrnoException;
  if (name === "TimeoutError") return `the store does not answer within ${patienceMs / 1_000} seconds`;
  return `the store cannot be read (${code ?? name})`;
}

/** Whether an inquiry that came now could be kept: in the spool, or else in the store. */
export async function keepsLeads(desk: LeadDesk): Promise<boolean> {
  const { spool, store } = triedOut(desk);
  if (spool === undefined) return true;
  // One row may still fit where a lead does not.
  if (spool === "disk-full") return false;
  try {
    return (await inTime(store, patienceMs)) === undefined;
  } catch (cause) {
    desk.report("store not tried out", errorCode(cause));
    return false;
  }
}

async function storeHealth(desk: LeadDesk) {
  const { pending, dead } = await desk.store.counts();
  const current = await currentAlarms(desk);
  const unreached = await unreachedLeads(desk.store.db, desk.now());
  const { spool, store } = triedOut(desk);
  const troubles = [await store, spool].filter((trouble) => trouble !== undefined);
  return { pending, dead, current, unreached, troubles, isDelivered: await deliveryNote.isFresh(desk) };
}

function spoolHealth({ spool, report }: LeadDesk) {
  try {
    const spooled = spool.count();
    const isReadable = spool.setAside().length === 0;
    return {
      spooled,
      spoolAlarms: [...(spooled > 0 ? ["leads-in-spool"] : []), ...(isReadable ? [] : ["spool-unreadable"])],
    };
  } catch (cause) {
    report("spool not readable", errorCode(cause));
    return { spooled: 0, spoolAlarms: ["spool-unreadable"] };
  }
}
