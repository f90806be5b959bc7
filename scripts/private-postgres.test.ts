import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findPostgres } from "./private-postgres.ts";

test("Debian's newest PostgreSQL is found, which is on no PATH", () => {
  const packages = folder();
  for (const version of ["9", "15", "17"]) install(join(packages, version, "bin"), ["initdb", "postgres"]);
  install(join(packages, "18", "bin"), ["psql"]);

  expect(findPostgres("/nowhere", packages)).toBe(join(packages, "17", "bin"));
});

test("elsewhere PostgreSQL is found on the PATH, where its server is and not only its client", () => {
  const client = folder();
  const server = folder();
  install(client, ["psql"]);
  install(server, ["initdb", "postgres"]);

  expect(findPostgres([client, server].join(delimiter), "/nowhere")).toBe(server);
  expect(findPostgres(client, "/nowhere")).toBeUndefined();
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "postgres-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

function install(bin: string, programs: string[]) {
  mkdirSync(bin, { recursive: true });
  for (const program of programs) {
    writeFileSync(join(bin, program), "");
    chmodSync(join(bin, program), 0o755);
  }
}
