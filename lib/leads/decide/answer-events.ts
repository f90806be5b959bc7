import type { LeadEventKind } from "#lib/leads/store/lead-database.ts";

/** By which an inquiry has been answered, or somebody has said that they answer it. */
export const answerEvents = ["taken", "answered"] as const satisfies LeadEventKind[];
