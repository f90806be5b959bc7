import { type Env, readEnvOrExit } from "#lib/env.ts";
import { type LeadStore, openLeadStore, readLeadStore } from "#lib/leads/lead-store.ts";
import { orExit } from "#lib/leads/store-error.ts";

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
  return closing(store, work(store, env));
}

/** Changes the store beside a running server. Where there is none, none is made. */
export async function changingStore(work: Work): Promise<number> {
  const exitCode = await readingStore(async () => 0);
  if (exitCode !== 0) return exitCode;
  const env = readEnvOrExit();
  const store = await orExit(openLeadStore(env, "maintain"));
  return closing(store, work(store, env));
}

async function closing(store: LeadStore, work: Promise<number>): Promise<number> {
  try {
    return await work;
  } finally {
    await store.close();
  }
}
