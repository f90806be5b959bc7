import type { LeadDesk } from "#lib/leads/lead-desk.ts";

/** What somebody looked at and does not want, and with it what is held of its amendments. False when nothing of that reference is held. */
export async function markSpam(ref: string, { store }: Pick<LeadDesk, "store">): Promise<boolean> {
  const { numUpdatedRows } = await store.db
    .updateTable("lead")
    .set({ status: "spam" })
    .where("status", "=", "quarantined")
    .where((eb) =>
      eb.or([
        eb("ref", "=", ref),
        eb("amends", "in", (inner) => inner.selectFrom("lead").select("id").where("ref", "=", ref)),
      ]),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
