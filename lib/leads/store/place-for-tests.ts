import { randomUUID } from "node:crypto";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, inject, onTestFinished } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import type { StorePlace } from "./lead-store.ts";

/** Databases that tests of this file are done with, emptied. */
const free: string[] = [];
afterAll(async () => {
  for (const url of free) await drop(url);
});

/** A place for a store of the test's own, with nothing in it: SQLite or PostgreSQL, as the vitest project has it. */
export async function placeForTests(): Promise<StorePlace> {
  const serverUrl = inject("postgresUrl");
  return { dataDir: folderForTests(), databaseUrl: serverUrl && (await emptyDatabase(serverUrl)) };
}

/** A place as a site finds it that has run before: on SQLite with all tables, and nothing in them. */
export async function placeWithTables(): Promise<StorePlace> {
  const place = await placeForTests();
  const tables = inject("sqliteTables");
  if (tables && place.databaseUrl === undefined) copyFileSync(tables, join(place.dataDir, "leads.sqlite"));
  return place;
}

/** To create one and drop it again takes four times as long as to empty it (470 and 110 ms). */
async function emptyDatabase(serverUrl: string): Promise<string> {
  const url = free.pop() ?? (await createDatabase(serverUrl));
  onTestFinished(async () => {
    await onServer(
      url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
       DROP SCHEMA public CASCADE;
       CREATE SCHEMA public`,
    );
    free.push(url);
  });
  return url;
}

/** For a test that changes more of the database than what is in it. */
export async function databaseForTests(serverUrl: string, options = ""): Promise<string> {
  const url = await createDatabase(serverUrl, options);
  onTestFinished(() => drop(url));
  return url;
}

async function createDatabase(serverUrl: string, options = ""): Promise<string> {
  const name = `leads_${randomUUID().replaceAll("-", "")}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} ${options}`);
  return serverUrl.replace(/[^/]*$/, name);
}

function drop(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  return onServer(url.replace(/[^/]*$/, "postgres"), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
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
