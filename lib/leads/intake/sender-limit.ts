import type { Transaction } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import type { LeadSubmission } from "./lead-submission.ts";

const hourMs = 60 * 60_000;

/** Far beyond what people send, and so much that a disk holds it: a lead takes 100 kB at most. */
const ofOneNetwork = { leads: 100, withinMs: 24 * hourMs };

/**
 * All together that come from networks that are not known. Per hour, so that whoever uses it up keeps others out for no
 * longer; a day of it is 1.4 GB at most, and low space is an alarm before.
 */
const ofUnknownNetworks = { leads: 600, withinMs: hourMs };

export type SenderLimit = {
  leads: number;
  withinMs: number;
  /** What stands for the network; null for all that are not known. */
  codes: string[] | null;
};

/** Thrown to roll the transaction back. */
export class LimitReached extends Error {
  readonly limit: SenderLimit;
  /** When there is room for another. */
  readonly until: Date;

  constructor(limit: SenderLimit, at: string) {
    super("limit reached");
    this.limit = limit;
    this.until = new Date(Date.parse(at) + limit.withinMs);
  }
}

export function limitOf({ senderCode, earlierSenderCode }: LeadSubmission): SenderLimit {
  if (senderCode === null) return { ...ofUnknownNetworks, codes: null };
  return { ...ofOneNetwork, codes: earlierSenderCode ? [senderCode, earlierSenderCode] : [senderCode] };
}

/** Counts what is in the store, without this lead. Throws a LimitReached when it would be one too many. */
export async function keepToLimit(tx: Transaction<LeadDatabase>, limit: SenderLimit, now: Date): Promise<void> {
  const { codes, leads, withinMs } = limit;
  const last = await tx
    .selectFrom("lead")
    .select("created_at")
    .where((eb) => (codes ? eb("sender_code", "in", codes) : eb("sender_code", "is", null)))
    .where("status", "not in", ["proof", "erased"])
    .where("created_at", ">", new Date(now.getTime() - withinMs).toISOString())
    // What a clock that was ahead has dated would refuse a network until then.
    .where("created_at", "<", new Date(now.getTime() + withinMs).toISOString())
    .orderBy("created_at", "desc")
    .offset(leads - 1)
    .limit(1)
    .executeTakeFirst();
  if (last) throw new LimitReached(limit, last.created_at);
}

/** The same for what waits in the spool. */
export function keepSpoolToLimit(waiting: string[], limit: SenderLimit, now: Date): void {
  const since = new Date(now.getTime() - limit.withinMs).toISOString();
  const last = waiting
    .filter((at) => at > since)
    .sort()
    .at(-limit.leads);
  if (last) throw new LimitReached(limit, last);
}
