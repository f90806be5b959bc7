import { onTestFinished } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { type PoolMode, startPooler } from "../../../scripts/private-pooler.ts";
import { findPostgres, startPostgres } from "../../../scripts/private-postgres.ts";

/** A place for a store in a PostgreSQL of the test's own, reached through a pooler; and where it is reached without. */
export async function behindPooler(mode: PoolMode) {
  const server = await startPostgres(findPostgres());
  onTestFinished(() => server.remove());
  const pooler = await startPooler(server, mode);
  onTestFinished(() => pooler.remove());
  return { place: { dataDir: folderForTests(), databaseUrl: pooler.url }, direct: server.url };
}
