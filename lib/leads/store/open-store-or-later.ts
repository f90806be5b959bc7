import { setTimeout as wait } from "node:timers/promises";
import { StoreAwayError } from "#lib/leads/disk/store-error.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import { type LeadStore, openLeadStore, openPostgresTables, postgresStore, type StorePlace } from "./lead-store.ts";
import { connectPostgres } from "./open-postgres.ts";

const againMs = 5_000;

/**
 * The store, also while nothing answers at the database: pages are read without it, and what comes waits in the spool. Its tables are
 * then brought up to date as soon as it answers. Whatever else is wrong is thrown, as by `openLeadStore`.
 */
export async function openStoreOrLater(
  place: StorePlace,
  report: (problem: string, cause: unknown) => void,
): Promise<LeadStore> {
  try {
    return await openLeadStore(place);
  } catch (cause) {
    if (!(cause instanceof StoreAwayError) || place.databaseUrl === undefined) throw cause;
    report("*** STARTED WITHOUT THE DATABASE: inquiries wait in the spool ***", cause.message);
    return storeLater(place.databaseUrl, report);
  }
}

function storeLater(databaseUrl: string, report: (problem: string, cause: unknown) => void): LeadStore {
  const closing = new AbortController();
  const store = postgresStore(databaseUrl, connectPostgres(databaseUrl, "serve"));
  const followed = follow();
  return {
    ...store,
    async close() {
      closing.abort();
      await followed;
      await store.close();
    },
  };

  async function follow() {
    while (!closing.signal.aborted) {
      try {
        await (await openPostgresTables(databaseUrl)).destroy();
        return;
      } catch (cause) {
        if (!(cause instanceof StoreAwayError)) report("tables not brought up to date", errorCode(cause));
      }
      await wait(againMs, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    }
  }
}
