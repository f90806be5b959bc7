import type { LeadEventKind } from "#lib/leads/store/lead-database.ts";

/** What a person may say of a lead, as it stands in an address, and what its history then says. */
export const decisions = {
  "not-spam": "released",
  spam: "spam",
  answered: "answered",
  mine: "taken",
  open: "reopened",
} as const satisfies Record<string, LeadEventKind>;

export type Decision = keyof typeof decisions;
export const decisionNames = Object.keys(decisions) as Decision[];
