import type { TestProject } from "vitest/node";
import { findPostgres, startPostgres } from "../../../scripts/private-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Undefined where there is no PostgreSQL to test with. */
    postgresUrl: string | undefined;
  }
}

/** One server for all tests of a run; each test makes databases of its own in it. */
export default async function setup(project: TestProject) {
  const programs = findPostgres();
  if (!programs && process.env.CI) throw new Error("The store is tested on PostgreSQL, too: install postgresql.");
  const server = programs ? await startPostgres(programs) : undefined;
  project.provide("postgresUrl", server?.url);
  return () => server?.remove();
}
