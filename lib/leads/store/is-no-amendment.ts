import { sql } from "kysely";

/**
 * That a lead amends none. Not `amends IS NULL`: SQLite would take the index of that for it, in which nearly all leads are, and
 * look through them all where a period is asked for.
 */
export const isNoAmendment = sql<boolean>`coalesce(amends, '') = ''`;
