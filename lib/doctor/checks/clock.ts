import { StoreError } from "#lib/leads/disk/store-error.ts";
import { readLeadStore } from "#lib/leads/store/lead-store.ts";
import type { Check, Patient } from "../finding.ts";

/** Machines whose time is set by a server differ by less than a second. */
const mostMs = 60_000;

/** Against the newest that is stored, and against the server or the proxy that answers at SITE_URL. */
export const clock: Check = async (patient) => {
  const now = Date.now();
  const ahead = (await newestMs(patient)) - now;
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
  const asked = date ? "what is stored and SITE_URL say" : "what is stored says";
  return { state: "ok", seen: `${new Date(now).toISOString()}, and ${asked} nothing else` };
};

/** 0 while there is nothing. That a store cannot be opened has a line of its own. */
async function newestMs({ env }: Patient): Promise<number> {
  try {
    const store = await readLeadStore(env);
    if (!store) return 0;
    try {
      const newest = store.db.selectFrom("lead").select(({ fn }) => fn.max("created_at").as("at"));
      const { at } = await newest.executeTakeFirstOrThrow();
      return at ? Date.parse(at) : 0;
    } finally {
      await store.close();
    }
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    return 0;
  }
}

function minutes(ms: number): string {
  return `${Math.round(ms / 60_000)} minutes`;
}
