import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openLeadStore } from "./lead-store.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A SQLite file with all tables and nothing in them; undefined where nobody has made one for all files. */
    sqliteTables: string | undefined;
  }
}

/** Once for all tests of a run: a copy is there at once, and to make the tables takes 60 ms. */
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), "dreamcode-tables-"));
  const store = await openLeadStore({ dataDir });
  await store.close();
  project.provide("sqliteTables", join(dataDir, "leads.sqlite"));
  return () => rmSync(dataDir, { recursive: true });
}
