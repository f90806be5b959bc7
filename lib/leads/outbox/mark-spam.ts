import type { LeadDesk } from "#lib/leads/lead-desk.ts";

/**
 * What somebody looked at and does not want, and with it what is held of its amendments; mails about it that did not go out
 * yet stay. False when nothing of that reference is held.
 */
export async function markSpam(ref: string, { store }: Pick<LeadDesk, "store">): Promise<boolean> {
  return store.db.transaction().execute(async (tx) => {
    const marked = await tx
      .updateTable("lead")
      .set({ status: "spam" })
      .where("status", "=", "quarantined")
      .where((eb) =>
        eb.or([
          eb("ref", "=", ref),
          eb("amends", "in", (inner) => inner.selectFrom("lead").select("id").where("ref", "=", ref)),
        ]),
      )
      .returning("id")
      .execute();
    if (marked.length === 0) return false;
    await tx
      .updateTable("outbox")
      .set({ state: "cancelled" })
      .where(
        "lead_id",
        "in",
        marked.map(({ id }) => id),
      )
      .where("state", "in", ["pending", "dead"])
      .execute();
    return true;
  });
}
