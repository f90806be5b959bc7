import { sql } from "kysely";

/** That nobody has decided yet about a lead that is likely spam. Its words are those of the index `lead_held`: SQLite uses that for no value that is bound. */
export const isHeld = sql<boolean>`status = 'quarantined'`;
