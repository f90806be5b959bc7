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
    if (!spool.isEmpty()) return false;
    const receipt = store.db
      .selectFrom("outbox")
      .innerJoin("lead", "lead.id", "outbox.lead_id")
      .select("outbox.id")
      .where("ref", "=", ref)
      .where("form", "=", form)
      .where("created_at", ">", new Date(now().getTime() - hourMs).toISOString())
      .where("kind", "=", "receipt")
      .where("state", "in", ["pending", "leased", "sent"])
      // What amends it is confirmed to nobody.
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom("lead as later").select("later.id").whereRef("later.amends", "=", "lead.id"))),
      )
      .executeTakeFirst();
    const [queued, refused] = await inTime(Promise.all([receipt, refusedReceipts(store.db)]), patienceMs);
    return queued !== undefined && refused === undefined;
  } catch (cause) {
    report("confirmation not looked up", errorCode(cause));
    return false;
  }
}
