import type { LeadRow } from "#lib/leads/store/lead-database.ts";

/** Whether a lead is held as likely spam, or was called spam. */
export function isMarked({ status }: Pick<LeadRow, "status">): boolean {
  return status === "quarantined" || status === "spam";
}
