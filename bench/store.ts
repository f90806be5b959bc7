import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { foundLeads } from "#lib/leads/cli/found-leads.ts";
import { leadList } from "#lib/leads/cli/lead-list.ts";
import { leadStats } from "#lib/leads/count/lead-stats.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { claimDue } from "#lib/leads/outbox/outbox.ts";
import { openLeadStore, type StorePlace } from "#lib/leads/store/lead-store.ts";
import { raiseAlarms } from "#lib/leads/watch/alarms.ts";
import { leadHealth } from "#lib/leads/watch/lead-health.ts";
import { queueDigest } from "#lib/leads/watch/queue-digest.ts";
import { findPostgres, startPostgres } from "../scripts/private-postgres.ts";
import { benchDesk } from "./bench-desk.ts";
import { fillStore } from "./fill-store.ts";
import { machine } from "./machine.ts";
import { median } from "./median.ts";
import { type Goal, printGoals } from "./print-goals.ts";

// What the team asks of a store with a million leads, and what the site asks of it every few seconds, on both stores.
const { leads } = parseArgs({ options: { leads: { type: "string", default: "1000000" } } }).values;
const rounds = 5;
const mostMs = 200;

const zone = "America/Bogota";
const week = () => new Date(Date.now() - 7 * 24 * 60 * 60_000).toISOString();
let sent = 0;
const asked: Record<string, (desk: LeadDesk) => Promise<unknown>> = {
  list: ({ store }) => leadList(store, zone),
  "list --held": ({ store }) => leadList(store, zone, { held: true }),
  "list --undelivered": ({ store }) => leadList(store, zone, { undelivered: true }),
  "list --service": ({ store }) => leadList(store, zone, { service: "help-desk" }),
  "find, one of all": ({ store }) => foundLeads(store, "company111111.", zone),
  "find, a name of many": ({ store }) => foundLeads(store, "tremblay", zone),
  "stats, a week": ({ store }) => leadStats(store, zone, { since: week() }),
  digest: queueDigest,
  alarms: raiseAlarms,
  health: (desk) => leadHealth(desk, true),
  "what is due": (desk) => claimDue(desk, 5),
  "an inquiry": (desk) => submitLead(oneInquiry(), desk),
};

const goals = [...(await onSqlite()), ...(await onPostgres())];
console.log(`${machine()}; ${leads} leads, median of ${rounds} after one that does not count\n`);
printGoals(goals);

async function onSqlite(): Promise<Goal[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "dreamcode-store-"));
  try {
    return await measured("SQLite", { dataDir });
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

async function onPostgres(): Promise<Goal[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "dreamcode-store-"));
  const server = await startPostgres(findPostgres());
  try {
    return await measured("PostgreSQL", { dataDir, databaseUrl: server.url });
  } finally {
    await server.remove();
    rmSync(dataDir, { recursive: true });
  }
}

async function measured(name: string, place: StorePlace): Promise<Goal[]> {
  const filling = await openLeadStore(place, "maintain");
  await fillStore(filling, Number(leads), new Date());
  await filling.close();

  const store = await openLeadStore(place);
  const report = (problem: string, cause: unknown) => console.log(`${name}: ${problem}: ${cause}`);
  const desk = benchDesk(store, place.dataDir, { now: () => new Date(), report, rateLimit: true, dailyProof: true });
  const goals: Goal[] = [];
  for (const [what, ask] of Object.entries(asked)) {
    const times: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const start = performance.now();
      await ask(desk);
      times.push(performance.now() - start);
    }
    goals.push({ what: `${name}: ${what}`, found: median(times.slice(1)), unit: "ms", atMost: mostMs });
  }
  await store.close();
  return goals;
}

function oneInquiry(): Parameters<typeof submitLead>[0] {
  const number = ++sent;
  return {
    form: "contact",
    locale: "en",
    page: "/en/contact",
    values: { name: "Ana Torres", email: `ana${number}@new.test`, message: `Lead ${number}.`, consent: "on" },
    signals: { decoy: "empty", seconds: 30, isBareRequest: false },
    senderCode: `bench-${number}`,
  };
}
