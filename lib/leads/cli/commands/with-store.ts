import { type Env, readEnvOrExit } from "#lib/env.ts";
import { fileTrouble } from "#lib/leads/disk/file-trouble.ts";
import { orExit, StoreError } from "#lib/leads/disk/store-error.ts";
import { type LeadStore, openLeadStore, readLeadStore } from "#lib/leads/store/lead-store.ts";
import { storeTrouble } from "#lib/leads/store/open-sqlite.ts";

type Work = (store: LeadStore, env: Env) => Promise<number>;

/** Reads the store beside a running server. */
export async function readingStore(work: Work): Promise<number> {
  const env = readEnvOrExit();
  const store = await orExit(readLeadStore(env));
  if (!store) {
    const place = env.databaseUrl ? "the database" : env.dataDir;
    console.error(
      `There is no lead store in ${place}. The site makes it when it starts; DATA_DIR or DATABASE_URL says where.`,
    );
    return 1;
  }
  return orExit(closing(store, work(store, env), env));
}

/** Changes the store beside a running server. Where there is none, none is made. */
export async function changingStore(work: Work): Promise<number> {
  const exitCode = await readingStore(async () => 0);
  if (exitCode !== 0) return exitCode;
  const env = readEnvOrExit();
  const store = await orExit(openLeadStore(env, "maintain"));
  return orExit(closing(store, work(store, env), env));
}

async function closing(store: LeadStore, work: Promise<number>, { dataDir }: Env): Promise<number> {
  try {
    return await work;
  } catch (cause) {
    const reason = storeTrouble(cause) ?? fileTrouble(cause);
    if (!reason) throw cause;
    throw new StoreError(`Not done, or not to the end: ${reason} (${dataDir}). Mend that, and run the command again.`);
  } finally {
    await store.close();
  }
}
