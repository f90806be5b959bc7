import type { LeadStatus } from "#lib/leads/store/lead-database.ts";

/** Whose sign-ups are on no list, whatever was confirmed. What else the team says of one takes nobody off. */
export const offList = ["quarantined", "spam", "erased", "proof"] as const satisfies LeadStatus[];
