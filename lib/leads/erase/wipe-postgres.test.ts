import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { expect, test } from "vitest";
import { contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { wipeErased } from "./wipe-erased.ts";

test("a site waits to wipe for longer than a visitor is kept waiting", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact(), desk);
  const other = new Client(place.databaseUrl);
  await other.connect();
  await other.query("BEGIN; LOCK TABLE outbox IN ACCESS SHARE MODE");
  const ended = wait(6_000).then(() => other.end());

  const wiped = await Promise.allSettled([wipeErased(desk.store), ended]);

  expect(wiped.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
});
