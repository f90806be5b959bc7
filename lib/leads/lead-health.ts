import { currentAlarms } from "./alarms.ts";
import { errorCode } from "./error-code.ts";
import type { LeadDesk } from "./lead-desk.ts";

type LeadHealth = {
  status: "ok" | "failing";
  store: "sqlite" | "postgres";
  mail: "ok" | "paused" | "unconfigured";
  /** Why, while mail is paused. */
  reason?: string | undefined;
  /** Messages to be delivered, and leads that wait for the store. */
  pending: number;
  dead: number;
  /** What is wrong, by its topic. */
  alarms: string[];
};

/** How intake and delivery are. Asked while the store is away, it says so and does not throw. */
export async function leadHealth(desk: LeadDesk, sendsMail: boolean): Promise<LeadHealth> {
  const { spooled, spoolAlarms } = spoolHealth(desk);
  try {
    const { pending, dead } = await desk.store.counts();
    const current = await currentAlarms(desk);
    const alarms = [...spoolAlarms, ...current.map(({ topic }) => topic)];
    const paused = current.find(({ topic }) => topic === "mail-paused");
    return {
      status: dead > 0 || spoolAlarms.length > 0 ? "failing" : "ok",
      store: desk.store.kind,
      mail: !sendsMail ? "unconfigured" : paused ? "paused" : "ok",
      reason: paused?.reason,
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
      pending: spooled,
      dead: 0,
      alarms: ["store-away", ...spoolAlarms],
    };
  }
}

function spoolHealth({ spool, report }: LeadDesk) {
  try {
    const spooled = spool.list().length;
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
