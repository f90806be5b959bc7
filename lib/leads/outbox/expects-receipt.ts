import { errorCode } from "#lib/leads/error-code.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { inTime } from "./in-time.ts";
import { refusedReceipts } from "./refused-receipts.ts";

const hourMs = 60 * 60_000;
/** The thanks matter more than this. */
const patienceMs = 1_000;

/**
 * Whether whoever was just thanked with a reference gets it by mail as well. False also where that is not known, while the
 * mail server refuses what goes to visitors, and after an hour: whoever guesses references learns nothing of the others.
 */
export async function expectsReceipt(
  ref: string,
  form: FormName,
  { store, spool, now, report }: Pick<LeadDesk, "store" | "spool" | "now" | "report">,
): Promise<boolean> {
  try {
    // The store is away: to ask it would only keep the visitor waiting.
    if (spool.count() > 0) return false;
    const receipt = store.db
      .selectFrom("lead as first")
      // What amended it last is what somebody was just thanked for.
      .innerJoin("lead as last", (join) =>
        join.on(({ eb, or }) =>
          or([eb("last.id", "=", eb.ref("first.id")), eb("last.amends", "=", eb.ref("first.id"))]),
        ),
      )
      .leftJoin("outbox", (join) =>
        join
          .onRef("outbox.lead_id", "=", "last.id")
          .on("outbox.kind", "=", "receipt")
          .on("outbox.state", "in", ["pending", "leased", "sent"]),
      )
      .select("outbox.id")
      .where("first.ref", "=", ref)
      .where("first.form", "=", form)
      .where("first.created_at", ">", new Date(now().getTime() - hourMs).toISOString())
      .orderBy("last.created_at", "desc")
      .orderBy("last.ref", "desc")
      .limit(1)
      .executeTakeFirst();
    const [queued, refused] = await inTime(Promise.all([receipt, refusedReceipts({ store, now })]), patienceMs);
    return typeof queued?.id === "string" && refused === undefined;
  } catch (cause) {
    report("confirmation not looked up", errorCode(cause));
    return false;
  }
}
