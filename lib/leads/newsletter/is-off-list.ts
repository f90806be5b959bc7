import type { LeadStatus } from "#lib/leads/store/lead-database.ts";

export const offList: readonly LeadStatus[] = ["quarantined", "spam", "erased", "proof"];

/** Whose sign-ups are on no list, whatever was confirmed. What else the team says of one takes nobody off. */
export function isOffList(status: LeadStatus): boolean {
  return offList.includes(status);
}
