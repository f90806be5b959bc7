import { connect, createServer } from "node:net";
import { sql } from "kysely";
import { Client } from "pg";
import { expect, inject, onTestFinished, test } from "vitest";
import { leadStats } from "#lib/leads/count/lead-stats.ts";
import { contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { StoreAwayError, StoreError } from "#lib/leads/disk/store-error.ts";
import { importSpool } from "#lib/leads/intake/spool-import.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { freePort } from "../../../scripts/free-port.ts";
import { hasPooler, startPooler } from "../../../scripts/private-pooler.ts";
import { findPostgres, startPostgres } from "../../../scripts/private-postgres.ts";
import { openLeadStore, readLeadStore } from "./lead-store.ts";
import { openStoreOrLater } from "./open-store-or-later.ts";
import { databaseForTests, onServer, placeForTests } from "./place-for-tests.ts";

test.each([
  ["a server that does not run", { port: await freePort() }, /nothing answers there \(ECONNREFUSED\)/],
  ["a machine that does not exist", { hostname: "db.invalid" }, /nothing answers there \((ENOTFOUND|EAI_AGAIN)\)/],
  ["a wrong password", { password: "hunter2" }, /the user or the password is refused \(28P01\)/],
  ["an unknown user", { username: "nobody" }, /the user or the password is refused \(28P01\)/],
  ["an unknown database", { pathname: "/nowhere" }, /it does not exist \(3D000\)/],
])("%s is one line that says what to do, without the password", async (_what, wrong, reason) => {
  const url = Object.assign(new URL(serverUrl()), wrong);

  const opening = openLeadStore({ dataDir: "unused", databaseUrl: url.href });

  const error = await opening.then(undefined, (cause: unknown) => cause);
  expect(error).toBeInstanceOf(StoreError);
  expect(`${error}`).toMatch(reason);
  expect(`${error}`).toContain(url.pathname.slice(1));
  expect(`${error}`).not.toMatch(/hunter2|tests|\n/);
});

test("a site starts while the database is away, keeps what comes, and stores it once the database answers", async () => {
  const { desk } = await deskForTests();
  // Without tables.
  const empty = new URL((await placeForTests()).databaseUrl ?? "");
  const port = await freePort();
  const away = Object.assign(new URL(empty), { port: `${port}` }).href;
  const reported: string[] = [];

  const store = await openStoreOrLater({ dataDir: "unused", databaseUrl: away }, (problem) => reported.push(problem));
  onTestFinished(() => store.close());

  const started = { ...desk, store };
  expect(reported).toEqual([expect.stringContaining("STARTED WITHOUT THE DATABASE")]);
  expect(await submitLead(contact(), started)).toMatchObject({ status: "received" });
  expect(desk.spool.count()).toBe(1);

  const forward = createServer((socket) => {
    const server = connect(Number(empty.port), empty.hostname);
    for (const end of [socket, server]) end.on("error", () => undefined);
    socket.pipe(server).pipe(socket);
  }).listen(port, "127.0.0.1");
  onTestFinished(() => void forward.close());
  await expect.poll(() => importSpool(started).then(() => desk.spool.count())).toBe(0);
  expect(await store.counts()).toEqual({ pending: 2, dead: 0 });
});

test.skipIf(!hasPooler())(
  "so it does where the database is away behind a pooler, which takes connections",
  async () => {
    const server = await startPostgres(findPostgres());
    onTestFinished(() => server.remove());
    const pooler = await startPooler(server, "transaction");
    onTestFinished(() => pooler.remove());
    const place = { dataDir: "unused", databaseUrl: pooler.url };
    await (await openLeadStore(place)).close();
    await server.stop();

    // The first is not answered; of the next the pooler knows that it cannot log in.
    await expect(openLeadStore(place)).rejects.toThrow(StoreAwayError);
    await expect(openLeadStore(place)).rejects.toThrow(StoreAwayError);
  },
  60_000,
);

test("a password that is refused is waited for by no site", async () => {
  const wrong = Object.assign(new URL(serverUrl()), { password: "hunter2" }).href;
  const opening = openStoreOrLater({ dataDir: "unused", databaseUrl: wrong }, () => undefined);
  await expect(opening).rejects.toThrow(/the user or the password is refused/);
});

test("a database that cannot hold every letter is refused", async () => {
  const databaseUrl = await databaseForTests(
    serverUrl(),
    "ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0",
  );

  await expect(openLeadStore({ dataDir: "unused", databaseUrl })).rejects.toThrow(/cannot hold every letter/);
});

test("a user who may not make tables is told what to be granted", async () => {
  const databaseUrl = await databaseForTests(serverUrl());
  await onServer(databaseUrl, "CREATE ROLE reader LOGIN PASSWORD 'reader'");
  onTestFinished(() => onServer(serverUrl(), "DROP ROLE reader"));
  const url = Object.assign(new URL(databaseUrl), { username: "reader", password: "reader" });

  await expect(openLeadStore({ dataDir: "unused", databaseUrl: url.href })).rejects.toThrow(/grant CREATE/);
});

test("a commit is on disk before it is answered, whatever the database is set to", async () => {
  const databaseUrl = await databaseForTests(serverUrl());
  await onServer(databaseUrl, `ALTER DATABASE ${new URL(databaseUrl).pathname.slice(1)} SET synchronous_commit = off`);

  const { db, close } = await openLeadStore({ dataDir: "unused", databaseUrl });

  const shown = await db.transaction().execute((tx) => sql`SHOW synchronous_commit`.execute(tx));
  expect(shown.rows).toEqual([{ synchronous_commit: "on" }]);
  await close();
});

test("whoever only reads leaves a session as it was, because a pooler may hand it to the site", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact(), desk);
  const reader = await readLeadStore(place);
  if (!reader) throw new Error("There is a store");

  expect(await leadStats(reader, "UTC")).toMatchObject({ leads: 1 });

  const changed = sql`SELECT name FROM pg_settings WHERE source = 'session' AND name NOT LIKE 'transaction%'`;
  expect((await changed.execute(reader.db)).rows).toEqual([]);
  await expect(reader.db.deleteFrom("lead").execute()).rejects.toThrow(/read-only/);
  await reader.close();
});

test("a database that hangs keeps no visitor waiting", async () => {
  const { desk, place, reported } = await deskForTests();
  const other = new Client(place.databaseUrl);
  await other.connect();
  await other.query("BEGIN; LOCK TABLE lead");

  expect(await submitLead(contact(), desk)).toMatchObject({ status: "received" });

  expect(reported).toHaveLength(1);
  expect(desk.spool.list()).toHaveLength(1);
  await other.end();
  expect(await desk.store.db.selectFrom("lead").select("id").execute()).toEqual([]);
});

test("a database that is restarted ends nothing here: leads wait in the spool while it is away", async () => {
  const server = await startPostgres(findPostgres());
  onTestFinished(() => server.remove());
  const store = await openLeadStore({ dataDir: "unused", databaseUrl: await databaseForTests(server.url) });
  onTestFinished(() => store.close());
  const { desk } = await deskForTests({ store });
  const first = await submitLead(contact({ message: "before" }), desk);
  const isOpen = Promise.withResolvers<void>();
  const isOver = Promise.withResolvers<void>();
  const between = store.db.transaction().execute(async (tx) => {
    await tx.selectFrom("lead").select("id").execute();
    isOpen.resolve();
    await isOver.promise;
    await tx.selectFrom("lead").select("id").execute();
  });
  await isOpen.promise;

  await server.stop();
  expect(await submitLead(contact({ message: "meanwhile" }, { key: "meanwhile" }), desk)).toMatchObject({
    status: "received",
  });
  isOver.resolve();
  await expect(between).rejects.toThrow();

  await server.start();
  await importSpool(desk);
  expect(await submitLead(contact({ message: "before" }), desk)).toEqual(first);
  expect(await submitLead(contact({ message: "after" }, { key: "afterwards" }), desk)).toMatchObject({
    status: "received",
  });
  expect(await store.db.selectFrom("lead").select("id").execute()).toHaveLength(3);
});

function serverUrl(): string {
  const url = inject("postgresUrl");
  if (!url) throw new Error("These tests need a server");
  return url;
}
