import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { inject, onTestFinished } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import type { StorePlace } from "./lead-store.ts";

/** A place for a store of the test's own, with nothing in it: SQLite or PostgreSQL, as the vitest project has it. */
export async function placeForTests(): Promise<StorePlace> {
  const serverUrl = inject("postgresUrl");
  return { dataDir: folderForTests(), databaseUrl: serverUrl && (await databaseForTests(serverUrl)) };
}

export async function databaseForTests(serverUrl: string, options = ""): Promise<string> {
  const name = `leads_${randomUUID().replaceAll("-", "")}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} ${options}`);
  onTestFinished(() => onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return serverUrl.replace(/[^/]*$/, name);
}

/** For processes that open the store themselves. What is empty is not taken from a .env file either. */
export function storeEnv({ dataDir, databaseUrl = "" }: StorePlace) {
  return { DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
}

export async function onServer(serverUrl: string, statement: string) {
  const client = new Client(serverUrl);
  await client.connect();
  await client.query(statement);
  await client.end();
}
