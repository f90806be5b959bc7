import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { alignedTable } from "#lib/aligned-table.ts";
import { type DeliveryDesk, deliverMessage } from "#lib/leads/delivery/deliver-message.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { claimDue } from "#lib/leads/outbox/outbox.ts";
import { openLeadStore } from "#lib/leads/store/lead-store.ts";
import { raiseAlarms } from "#lib/leads/watch/alarms.ts";
import { smtpMailer } from "#lib/mail/smtp-mailer.ts";
import { seededRandom } from "#lib/tiles/seeded-random.ts";
import { benchDesk } from "./bench-desk.ts";
import { failingMailServer, type TakenMail } from "./failing-mail-server.ts";
import { machine } from "./machine.ts";

// Leads against a mail server that fails half of its conversations in every way there is, and refuses all of them for
// twenty minutes of every two hours. Real conversations, a real store; only the clock is ours, so that a back-off of
// hours takes no time. One lead comes every five seconds of that clock.
const { leads: leadCount } = parseArgs({ options: { leads: { type: "string", default: "500" } } }).values;
const total = Number(leadCount);
const team = "sales@dreamcode.test";
const fallback = "fallback@other.test";
const secondsBetweenLeads = 5;
const conversationsAtOnce = 5;

const startedAt = performance.now();
const dataDir = mkdtempSync(join(tmpdir(), "dreamcode-soak-"));
const clock = { now: Date.parse("2026-11-23T13:00:00.000Z") };
const random = seededRandom("soak");
const mailServer = await failingMailServer(() => clock.now % 7_200_000 < 1_200_000, random);
const store = await openLeadStore({ dataDir });
const now = () => new Date(clock.now);
const reported: string[] = [];
const report = (problem: string, cause: unknown) => reported.push(`${problem}: ${cause}`);
const mailFrom = { name: "DreamCode", address: "hello@dreamcode.test" };
const desk = benchDesk(store, dataDir, { now, report, leadsTo: [team], leadsFallbackTo: fallback, mailFrom });
const delivery: DeliveryDesk = {
  ...desk,
  mailer: smtpMailer({ url: mailServer.url, oauth: undefined }),
  from: mailFrom,
  findPicture: () => undefined,
  takesNoMail: async () => false,
};

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const sentAt = new Map<string, number>();
const inInboxAfter: number[] = [];
const memory: number[] = [];
let acknowledged = 0;
let alarms = 0;
while (acknowledged < total || (await store.counts()).pending > 0) {
  if (acknowledged < total) await takeLead();
  await deliverWhatIsDue();
  clock.now = acknowledged < total ? clock.now + secondsBetweenLeads * 1000 : await nextDue();
}
await printReport();
mailServer.close();
await store.close();
rmSync(dataDir, { recursive: true });

async function takeLead() {
  const values = {
    name: "Ana Torres",
    email: `ana${acknowledged}@company.test`,
    message: `Lead ${acknowledged}.`,
    consent: "on",
  };
  const signals = { decoy: "empty" as const, seconds: 30, isBareRequest: false };
  const result = await submitLead(
    { form: "contact", locale: "en", page: "/en/contact", values, signals, senderCode: "soak" },
    desk,
  );
  if (result.status !== "received") throw new Error(`A lead was answered with ${result.status}`);
  sentAt.set(result.ref, clock.now);
  acknowledged += 1;
  if (acknowledged % Math.ceil(total / 4) === 0) {
    collectGarbage();
    memory.push(process.memoryUsage().heapUsed);
  }
}

async function deliverWhatIsDue() {
  for (;;) {
    const due = await claimDue(delivery, conversationsAtOnce);
    if (due.length === 0) break;
    const before = mailServer.taken.length;
    await Promise.all(due.map((message) => deliverMessage(message, delivery, new AbortController().signal)));
    for (const { to, messageId } of mailServer.taken.slice(before)) arrived(to, messageId);
  }
  const known = reported.length;
  await raiseAlarms(delivery);
  alarms += reported.slice(known).filter((line) => line.startsWith("ALARM")).length;
}

function arrived(to: string, messageId: string) {
  const ref = refOf(messageId);
  const since = sentAt.get(ref);
  if ((to !== team && to !== fallback) || since === undefined) return;
  inInboxAfter.push((clock.now - since) / 60_000);
  sentAt.delete(ref);
}

async function nextDue(): Promise<number> {
  const { next } = await store.db
    .selectFrom("outbox")
    .select(({ fn }) => fn.min("next_at").as("next"))
    .where("state", "=", "pending")
    .executeTakeFirstOrThrow();
  // What is due may have to wait for a probe that is not.
  return Math.max(clock.now + secondsBetweenLeads * 1000, next ? Date.parse(next) : 0);
}

async function printReport() {
  const { taken, met } = mailServer;
  const { dead } = await store.counts();
  const toTeam = taken.filter(({ to }) => to === team || to === fallback);
  const receipts = taken.filter(({ to }) => to !== team && to !== fallback);
  const lost = [...sentAt.keys()].length;
  const givenUp = await store.db.selectFrom("outbox").select("lead_id").where("state", "=", "dead").execute();
  const minutes = inInboxAfter.toSorted((a, b) => a - b);
  const at = (share: number) => (minutes[Math.floor(minutes.length * share)] ?? 0).toFixed(1);
  const seconds = (performance.now() - startedAt) / 1000;

  console.log(`${machine()}, SQLite; ${total} leads in ${seconds.toFixed(0)} s\n`);
  console.log(
    alignedTable([
      ["what the mail server did", "conversations"],
      ...Object.entries(met).map(([way, count]) => [way, `${count}`]),
    ]),
  );
  console.log(`
leads acknowledged              ${acknowledged}
leads that reached the team     ${minutes.length}
of the others, with an alarm    ${await alarmed(lost)}
copies to the team beyond one   ${copies(toTeam)} (taken but not answered: ${toTeam.filter(({ wasAnswered }) => !wasAnswered).length})
copies of a receipt beyond one  ${copies(receipts)}
messages given up               ${givenUp.length} (to the team: ${dead}), alarms ${alarms}
minutes to the inbox            p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1 - Number.EPSILON)}
heap in use at each quarter     ${memory.map((bytes) => `${Math.round(bytes / 1024 / 1024)} MB`).join(", ")}`);
  if (lost > (await alarmed(lost)) || copies(receipts) > 0) process.exitCode = 1;
}

/** Of the leads that did not reach the team, those whose messages are known to be dead. */
async function alarmed(lost: number): Promise<number> {
  if (lost === 0) return 0;
  const rows = await store.db
    .selectFrom("lead")
    .innerJoin("outbox", "outbox.lead_id", "lead.id")
    .select("lead.ref")
    .distinct()
    .where("lead.ref", "in", [...sentAt.keys()])
    .where("outbox.kind", "=", "notify")
    .where("outbox.state", "=", "dead")
    .execute();
  return rows.length;
}

function copies(mails: TakenMail[]): number {
  return mails.length - new Set(mails.map(({ messageId }) => messageId)).size;
}

function refOf(messageId: string): string {
  return /^<([^.]+)\./.exec(messageId)?.[1] ?? "";
}
