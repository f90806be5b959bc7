import { setTimeout as wait } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { StoreError } from "#lib/leads/disk/store-error.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { writeSighting } from "#lib/leads/store/sightings.ts";

/** Note of when something was erased that may still stand in the files of the store. */
const topic = "wipe-due";

export const wipeNote = {
  write: (db: Kysely<LeadDatabase>, at: string) => writeSighting(db, topic, at),
  async read(db: Kysely<LeadDatabase>): Promise<string | undefined> {
    return (await db.selectFrom("sighting").select("at").where("topic", "=", topic).executeTakeFirst())?.at;
  },
};

/**
 * Bytes. Nobody can write while SQLite rewrites its file: with 355 MB a visitor's post waited for 2.3 s. What is deleted is
 * overwritten there and then (`secure_delete`), so the rewriting of a large one brings nothing but its room back.
 */
const rewrittenUpTo = 20_000_000;

/**
 * Rewrites the tables, so that nothing that was erased stays in the files of the store. On SQLite the write-ahead log
 * is emptied as well, which waits for readers. That of PostgreSQL is kept for as long as the server's archive wants it.
 * Throws a StoreError when a reader still sees the old rows after `patienceMs`; the note that it is to be done then stays.
 */
export async function wipeErased({ db, kind, doLong }: LeadStore, patienceMs = 30_000): Promise<void> {
  const noted = await wipeNote.read(db);
  await doLong((own) => wipe(own, kind, patienceMs));
  // One that was written meanwhile is about what was erased meanwhile.
  if (noted) await db.deleteFrom("sighting").where("topic", "=", topic).where("at", "=", noted).execute();
}

async function wipe(db: Kysely<LeadDatabase>, kind: LeadStore["kind"], patienceMs: number): Promise<void> {
  if (kind === "postgres") {
    await oldReadersEnd(db, patienceMs);
    // ANALYZE: the statistics hold samples of what was in the columns.
    await sql`VACUUM (FULL, ANALYZE) lead, outbox, counted_part`.execute(db);
    // The statistics from before are still in the pages of their own table.
    await oldReadersEnd(db, patienceMs);
    await sql`VACUUM (FULL) pg_statistic`.execute(db);
    return;
  }
  if ((await sizeOf(db)) <= rewrittenUpTo) await sql`VACUUM`.execute(db);
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
    if (rows[0]?.busy === 0) return;
    if (Date.now() > deadline) {
      throw new StoreError("The leads are erased, but the log of the store could not be emptied: run it again.");
    }
    await wait(100);
  }
}

async function sizeOf(db: Kysely<LeadDatabase>): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`SELECT page_count * page_size AS bytes
    FROM pragma_page_count(), pragma_page_size()`.execute(db);
  return rows[0]?.bytes ?? 0;
}

/**
 * Waits until no snapshot sees the erased rows any more, because VACUUM copies what one may still see. VACUUM's own
 * snapshot counts too, and is as old as the oldest transaction of the whole server: creating a database takes seconds.
 */
async function oldReadersEnd(db: Kysely<LeadDatabase>, patienceMs: number): Promise<void> {
  const { rows } = await sql<{ erased: string }>`SELECT pg_current_xact_id()::text AS erased`.execute(db);
  const erased = rows[0]?.erased;
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const older = await sql`
      SELECT pid FROM pg_stat_activity
      WHERE CASE pid
        WHEN pg_backend_pid() THEN pg_snapshot_xmin(pg_current_snapshot()) <= ${erased}::xid8
        ELSE (datname = current_database() OR datname IS NULL) AND age(backend_xmin) > age(${erased}::xid8::xid)
      END
    `.execute(db);
    if (older.rows.length === 0) return;
    if (Date.now() > deadline) {
      throw new StoreError("The leads are erased, but somebody still reads what was there before: run it again.");
    }
    await wait(100);
  }
}
