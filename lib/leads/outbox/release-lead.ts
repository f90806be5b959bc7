import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { type NoticeDesk, queueNotices } from "./queue-notices.ts";

/**
 * Sends a held lead on to the team, and with it what was held of its amendments. Its sender gets no receipt: the score
 * was not clean. False when nothing of that reference is held.
 */
export async function releaseLead(ref: string, desk: NoticeDesk & Pick<LeadDesk, "store" | "now">): Promise<boolean> {
  const at = desk.now().toISOString();
  return desk.store.db.transaction().execute(async (tx) => {
    const held = await tx
      .selectFrom("lead")
      .select(["id", "ref"])
      .where("status", "in", ["quarantined", "spam"])
      .where((eb) =>
        eb.or([
          eb("ref", "=", ref),
          eb("amends", "in", (inner) => inner.selectFrom("lead").select("id").where("ref", "=", ref)),
        ]),
      )
      .orderBy("created_at")
      .execute();

    let released = 0;
    for (const lead of held) {
      // Two people may release it at the same moment: for one of them it is no longer held.
      const { numUpdatedRows } = await tx
        .updateTable("lead")
        .set({ status: "new" })
        .where("id", "=", lead.id)
        .where("status", "in", ["quarantined", "spam"])
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) continue;
      await queueNotices(tx, lead, desk, at);
      released += 1;
    }
    return released > 0;
  });
}
