import type { TestProject } from "vitest/node";
import { findPostgres, startPostgres } from "../../../scripts/private-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Undefined where the store is SQLite. */
    postgresUrl: string | undefined;
  }
}

/** One server for all tests of a run; each test makes databases of its own in it. */
export default async function setup(project: TestProject) {
  const server = await startPostgres(findPostgres());
  project.provide("postgresUrl", server.url);
  return () => server.remove();
}
