import { aheadOf } from "#lib/leads/ahead-of.ts";
import { StoreError } from "#lib/leads/disk/store-error.ts";
import { countOf } from "#lib/leads/store/count-of.ts";
import { readLeadStore } from "#lib/leads/store/lead-store.ts";
import type { Check, Patient } from "../finding.ts";

/** Machines whose time is set by a server differ by less than a second. */
const mostMs = 60_000;

/** Against the newest that is stored, and against the server or the proxy that answers at SITE_URL. */
export const clock: Check = async (patient) => {
  const now = Date.now();
  const { newest, later } = await datesIn(patient, new Date(now));
  const ahead = newest - now;
  if (ahead > mostMs) {
    const seen = `what is newest in the store is ${minutes(ahead)} ahead of the clock of this machine`;
    return { state: "wrong", seen, todo: "Set the clock, and let the system keep it (NTP)." };
  }
  const { date } = (await patient.publicAnswer).answer?.headers ?? {};
  const apart = date ? Math.abs(Date.parse(date) - now) : 0;
  if (apart > mostMs) {
    const seen = `the clock of this machine and that of SITE_URL are ${minutes(apart)} apart`;
    return { state: "wrong", seen, todo: "Set the one that is wrong, and let the system keep it (NTP)." };
  }
  if (later > 0) {
    const seen = `inquiries that a clock more than a day ahead has dated: ${later}`;
    return { state: "warning", seen, todo: "Where this clock is right there is nothing to do: they count as old." };
  }
  const asked = date ? "what is stored and SITE_URL say" : "what is stored says";
  return { state: "ok", seen: `${new Date(now).toISOString()}, and ${asked} nothing else` };
};

const nothing = { newest: 0, later: 0 };

/** The newest that no clock far ahead has dated, and how many such a clock has. That a store cannot be opened has a line of its own. */
async function datesIn({ env }: Patient, now: Date): Promise<typeof nothing> {
  try {
    const store = await readLeadStore(env);
    if (!store) return nothing;
    try {
      const leads = store.db.selectFrom("lead");
      const newest = leads.select(({ fn }) => fn.max("created_at").as("at")).where("created_at", "<", aheadOf(now));
      const { at } = await newest.executeTakeFirstOrThrow();
      return {
        newest: at ? Date.parse(at) : 0,
        later: await countOf(leads.where("created_at", ">=", aheadOf(now))),
      };
    } finally {
      await store.close();
    }
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    return nothing;
  }
}

function minutes(ms: number): string {
  return `${Math.round(ms / 60_000)} minutes`;
}
