import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { expect, test } from "vitest";
import { foundLeads } from "#lib/leads/cli/found-leads.ts";
import { leadList } from "#lib/leads/cli/lead-list.ts";
import { byProgram, contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { eraseOldLeads } from "#lib/leads/erase/erase-old-leads.ts";
import { writeFindTexts } from "#lib/leads/find/write-find-texts.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { claimDue } from "#lib/leads/outbox/outbox.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { storeOver } from "#lib/leads/store/lead-store.ts";
import { NodeSqliteDialect } from "#lib/leads/store/node-sqlite-dialect.ts";
import { fileIn } from "#lib/leads/store/open-sqlite.ts";
import { raiseAlarms } from "./alarms.ts";
import { leadHealth } from "./lead-health.ts";
import { queueDigest } from "./queue-digest.ts";
import { queueReconciliation } from "./queue-reconciliation.ts";
import { queueUnreachable } from "./queue-unreachable.ts";

/** They hold what waits or is undecided, or what is about no lead: little, however old the site is. */
const small = ["lead_held", "lead_without_find_text", "outbox_about_no_lead"];

test.each<[string, (desk: LeadDesk) => Promise<unknown>]>([
  ["taking an inquiry", (desk) => submitLead(contact({ message: "Another one." }), desk)],
  ["taking messages that are due", (desk) => claimDue(desk, 5)],
  ["alarms", raiseAlarms],
  ["refused addresses", queueUnreachable],
  ["the digest", queueDigest],
  ["the account of the day", queueReconciliation],
  ["retention", (desk) => eraseOldLeads({ ...desk, retentionDays: 365 })],
  ["texts to be found", ({ store }) => writeFindTexts(store)],
  ["health", (desk) => leadHealth(desk, true)],
  ["a list of what is held", ({ store }) => leadList(store, "UTC", { held: true })],
  ["a list of what was not delivered", ({ store }) => leadList(store, "UTC", { undelivered: true })],
])("%s reads no table whole, however many leads there are", async (_, work) => {
  const { asked, desk } = await desksAsking();
  await work(desk);
  expect(asked()).not.toEqual([]);
  expect(asked().filter(({ plan }) => plan.some(readsAll))).toEqual([]);
});

test.each([undefined, "one-form-alone"])(
  "of an address that wrote often an inquiry reads what is of late or of its form, and no more: form %s",
  async (key) => {
    const { asked, desk } = await desksAsking();
    await submitLead(contact({ message: "Another one." }, { key }), desk);
    const ofAddress = asked()
      .flatMap(({ plan }) => plan)
      .filter((step) => step.includes("email=?"));
    expect(ofAddress).not.toEqual([]);
    expect(ofAddress.filter((step) => !/\(email=\? AND created_at>\?|\(form_key=\? AND email=\?\)/.test(step))).toEqual(
      [],
    );
  },
);

test("a search reads no row that it does not show", async () => {
  const { asked, desk } = await desksAsking();
  await foundLeads(desk.store, "Torres", "UTC");
  const scans = asked().flatMap(({ plan }) => plan.filter((step) => step.startsWith("SCAN lead ")));
  expect(scans).toEqual(["SCAN lead USING COVERING INDEX lead_found", "SCAN lead USING INDEX lead_without_find_text"]);
});

function readsAll(step: string): boolean {
  const table = /^SCAN (lead|outbox|attempt|consent|history)\b/.test(step);
  return table && !small.some((index) => step.endsWith(` ${index}`));
}

/** A desk that has something of each to look at, over a store whose statements are known with how SQLite goes about them. */
async function desksAsking() {
  const { desk, place, clock } = await deskForTests({ dailyProof: true, rateLimit: true });
  for (let index = 0; index < 5; index++)
    await submitLead(contact({ message: `Lead ${index}.`, email: `ana${index}@x.test` }), desk);
  await submitLead(contact({ message: "Held." }, byProgram), desk);
  await desk.store.db.updateTable("outbox").set({ last_class: "refused", attempts: 1 }).execute();
  const ids = await desk.store.db.selectFrom("outbox").select("id").execute();
  const attempt = { at: clock.now.toISOString(), code: 550, reply: "no", class: "refused", ms: 1 } as const;
  await desk.store.db
    .insertInto("attempt")
    .values(ids.map(({ id }) => ({ ...attempt, id, outbox_id: id })))
    .execute();
  clock.pass(3 * 86_400);

  const statements = new Set<string>();
  const database = new DatabaseSync(fileIn(place.dataDir));
  const db = new Kysely<LeadDatabase>({
    dialect: new NodeSqliteDialect(database),
    log: ({ query }) => void statements.add(query.sql),
  });
  const asked = () =>
    Array.from(statements)
      .filter((statement) => /^(select|update|delete|with)/.test(statement))
      .map((statement) => {
        const rows = database.prepare(`EXPLAIN QUERY PLAN ${statement}`).all();
        return { statement, plan: rows.map(({ detail }) => `${detail}`) };
      });
  return { asked, desk: { ...desk, store: storeOver("sqlite", db) } };
}
