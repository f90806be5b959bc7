import type { KyselyPlugin } from "kysely";
import { expect, test } from "vitest";
import { decideLead } from "#lib/leads/decide/decide-lead.ts";
import { eraseOldLeadsUnasked } from "#lib/leads/erase/erase-old-leads.ts";
import { erasePerson } from "#lib/leads/erase/erase-person.ts";
import { importSpool } from "#lib/leads/intake/spool-import.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { claimDue, recordAttempt } from "#lib/leads/outbox/outbox.ts";
import { retryLead } from "#lib/leads/outbox/retry-lead.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { raiseAlarms } from "#lib/leads/watch/alarms.ts";
import { queueDigest } from "#lib/leads/watch/queue-digest.ts";
import { queueReconciliation } from "#lib/leads/watch/queue-reconciliation.ts";
import { queueReport } from "#lib/leads/watch/queue-report.ts";
import { beyondDoubt, contact, deskForTests } from "./desk-for-tests.ts";
import type { LeadDesk } from "./lead-desk.ts";

type Desk = Awaited<ReturnType<typeof deskForTests>>;
/** Makes everything ready for what is then done on a desk. */
type Case = [what: string, prepare: (of: Desk) => Promise<(desk: LeadDesk) => Promise<unknown>>];

const sent = { class: "sent", code: 250, reply: "250" } as const;
const refused = { class: "permanent", code: 550, reply: "550" } as const;
const putOff = { class: "transient", code: 451, reply: "451" } as const;

const cases: Case[] = [
  [
    "messages are claimed",
    async ({ desk, clock }) => {
      await submitLead(contact({ message: "for nobody yet" }), { ...desk, leadsTo: [] }, () => "N2222");
      await submitLead(contact({ message: "of a worker that died" }), desk, () => "D3333");
      await desk.store.db
        .updateTable("outbox")
        .set({ state: "leased", lease_token: "t", lease_until: desk.now().toISOString() })
        .where("message_id", "like", "<D3333.%")
        .execute();
      await submitLead(contact({ message: "due" }), desk, () => "W4444");
      clock.pass(1);
      return (desk) => claimDue(desk, 10);
    },
  ],
  [
    "a mail is recorded as sent after others were refused",
    async ({ desk }) => {
      await submitLead(contact({ message: "refused" }), desk, () => "B2222");
      await desk.store.db
        .updateTable("outbox")
        .set({ last_class: "configuration", next_at: "2026-11-21T12:10:00.000Z" })
        .execute();
      return recording(sent, desk);
    },
  ],
  ["a mail is recorded as refused for good, and the fallback is to get it", ({ desk }) => recording(refused, desk)],
  ["a mail is recorded as put off", ({ desk }) => recording(putOff, desk)],
  [
    "alarms are raised, and one is over",
    async ({ desk, clock }) => {
      await submitLead(contact({ message: "waits" }), desk, () => "W4444");
      await submitLead(contact({ message: "given up" }), desk, () => "D3333");
      const given = desk.store.db.updateTable("outbox").where("message_id", "like", "<D3333.%");
      await given.set({ state: "dead" }).execute();
      await desk.store.db.insertInto("alarm").values({ topic: "over", opened_at: desk.now().toISOString() }).execute();
      clock.pass(1_800);
      return raiseAlarms;
    },
  ],
  ["the team is told of what is held", held(queueDigest)],
  ["the day is accounted for", held((desk) => queueReconciliation({ ...desk, dailyProof: true }))],
  [
    "a month is reported on",
    async ({ desk, clock }) => {
      await submitLead(contact(), desk, () => "K7QD2");
      clock.pass(30 * 86_400);
      return (desk) => queueReport({ ...desk, reportTo: ["ceo@dreamcode.test"] });
    },
  ],
  [
    "a held lead is sent on",
    held((desk) => decideLead({ ref: "H2222", decision: "not-spam", who: "ana@dreamcode.test" }, desk)),
  ],
  [
    "a held lead is called spam",
    held((desk) => decideLead({ ref: "H2222", decision: "spam", who: "ana@dreamcode.test" }, desk)),
  ],
  [
    "a message that was given up is queued again for others",
    async ({ desk }) => {
      await submitLead(contact(), desk, () => "D3333");
      await desk.store.db.updateTable("outbox").set({ state: "dead" }).execute();
      return (desk) => retryLead("D3333", { ...desk, leadsTo: ["a@dreamcode.test", "b@dreamcode.test"] });
    },
  ],
  [
    "a person is erased",
    async ({ desk }) => {
      await submitLead(contact({}, { key: "the-same-form" }), desk, () => "K7QD2");
      await submitLead(contact({ message: "more" }, { key: "the-same-form" }), desk);
      desk.spool.keep({
        key: "a-key",
        ref: "SPOOL2",
        at: desk.now().toISOString(),
        submission: contact({ message: "waits" }),
        fields: { name: "Ana Torres", email: "Ana@Company.com", message: "waits" },
      });
      return (desk) => erasePerson("ana@company.com", desk);
    },
  ],
  ["old leads are erased", held((desk) => eraseOldLeadsUnasked({ ...desk, retentionDays: 1 }))],
];

test.each(cases)(
  "at whichever statement the store fails while %s, all is as before or as after, and the next time does it",
  async (_what, prepare) => {
    const undisturbed = await deskForTests({ leadsFallbackTo: "fallback@dreamcode.test" });
    await (await prepare(undisturbed))(undisturbed.desk);
    const after = await all(undisturbed.desk);
    const of = await deskForTests({ leadsFallbackTo: "fallback@dreamcode.test" });
    const act = await prepare(of);
    const before = await all(of.desk);
    expect(before).not.toEqual(after);

    let statements = 0;
    for (let isDone = false; !isDone; statements += 1) {
      isDone = await act({ ...of.desk, store: failing(of.desk.store, statements) }).then(
        () => true,
        () => false,
      );
      expect([before, after], `at statement ${statements + 1}`).toContainEqual(await all(of.desk));
    }
    expect(await all(of.desk)).toEqual(after);
    expect(statements).toBeGreaterThan(1);
  },
);

test("at whichever statement the store fails while a lead is stored, it waits in the spool and is stored from there", async () => {
  const undisturbed = await deskForTests();
  await submitLead(contact(), undisturbed.desk, () => "K7QD2");
  const after = await all(undisturbed.desk);
  let isStored = false;
  for (let statements = 0; !isStored; statements += 1) {
    const { desk } = await deskForTests();
    const submitted = await submitLead(contact(), { ...desk, store: failing(desk.store, statements) }, () => "K7QD2");
    expect(submitted.status).toBe("received");
    isStored = desk.spool.count() === 0;
    if (!isStored) expect(await all(desk), `at statement ${statements + 1}`).toMatchObject({ lead: [], outbox: [] });

    await importSpool(desk);
    const [ref] = submitted.status === "received" ? [submitted.ref] : [];
    expect(JSON.parse(JSON.stringify(await all(desk)).replaceAll(ref ?? "", "K7QD2"))).toEqual(after);
  }
});

/** A notice that is claimed, on its way to be recorded. */
async function recording(outcome: Parameters<typeof recordAttempt>[1], desk: LeadDesk) {
  await submitLead(contact({ message: "on its way" }), desk, () => "K7QD2");
  const due = desk.store.db.selectFrom("outbox").selectAll().where("message_id", "like", "<K7QD2.notify%");
  const claim = { state: "leased", lease_token: "t", lease_until: "2026-11-21T12:01:00.000Z", attempts: 1 } as const;
  const message = { ...(await due.executeTakeFirstOrThrow()), ...claim };
  await desk.store.db.updateTable("outbox").set(claim).where("id", "=", message.id).execute();
  return async (desk: LeadDesk) => {
    expect(await recordAttempt(message, outcome, 1, desk)).toBe(true);
  };
}

function held(act: (desk: LeadDesk) => Promise<unknown>): Case[1] {
  return async ({ desk, clock }) => {
    await submitLead(beyondDoubt(), desk, () => "H2222");
    clock.pass(86_401);
    return act;
  };
}

/** The same store; so many statements succeed, and the next does not. */
function failing(store: LeadStore, succeed: number): LeadStore {
  let left = succeed;
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      if (left-- === 0) throw new Error("the store failed");
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { ...store, db: store.db.withPlugin(plugin) };
}

/** Everything that is kept, but for what is different each time: what is drawn, and the moment of an attempt after it. */
async function all({ store: { db }, spool }: LeadDesk): Promise<Record<string, unknown[]>> {
  const tables = ["lead", "consent", "consent_text", "history", "outbox", "attempt", "alarm"] as const;
  const rows = await Promise.all(
    tables.map(async (table) => {
      const found = await db.selectFrom(table).selectAll().execute();
      return [table, found.map((row) => JSON.stringify(row).replace(drawn, "…")).sort()] as const;
    }),
  );
  return { ...Object.fromEntries(rows), spool: spool.list() };
}

const drawn = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=\.)[0-9a-f]{8}(?=@)|(?<="(next_at|link_key)":")[^"]*/g;
