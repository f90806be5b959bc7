import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { findPostgres, startPostgres } from "./private-postgres.ts";

test("Debian's newest PostgreSQL is found, which is on no PATH", () => {
  const packages = folderForTests();
  for (const version of ["9", "15", "17"]) install(join(packages, version, "bin"), ["initdb", "postgres"]);
  install(join(packages, "18", "bin"), ["psql"]);

  expect(findPostgres("/nowhere", packages)).toBe(join(packages, "17", "bin"));
});

test("elsewhere PostgreSQL is found on the PATH, where its server is and not only its client", () => {
  const client = folderForTests();
  const server = folderForTests();
  install(client, ["psql"]);
  install(server, ["initdb", "postgres"]);

  expect(findPostgres([client, server].join(delimiter), "/nowhere")).toBe(server);
});

test("where there is none, PostgreSQL comes with the packages, and starts and stops as any other", async () => {
  const postgres = await startPostgres(findPostgres("/nowhere", "/nowhere"));
  onTestFinished(() => postgres.remove());
  const client = new Client(postgres.url);
  await client.connect();
  const { rows } = await client.query("select 'é' < 'f' as \"isSorted\"");
  await client.end();
  expect(rows).toEqual([{ isSorted: true }]);
});

function install(bin: string, programs: string[]) {
  mkdirSync(bin, { recursive: true });
  for (const program of programs) {
    writeFileSync(join(bin, program), "");
    chmodSync(join(bin, program), 0o755);
  }
}
