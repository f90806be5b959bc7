import { setTimeout as wait } from "node:timers/promises";
import { channels, type MessageKind } from "#lib/leads/channels.ts";
import { storeCounts } from "#lib/leads/count/stored-counts.ts";
import { type DeliveryDesk, deliverMessage } from "#lib/leads/delivery/deliver-message.ts";
import { eraseOldLeads } from "#lib/leads/erase/erase-old-leads.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import { writeFindTexts } from "#lib/leads/find/write-find-texts.ts";
import { claimDue, retryNow } from "#lib/leads/outbox/outbox.ts";
import { isUnreached } from "#lib/mail/is-unreached.ts";
import { raiseAlarms } from "./alarms.ts";
import { deliveryNote } from "./delivery-note.ts";
import { queueDigest } from "./queue-digest.ts";
import { queueReconciliation } from "./queue-reconciliation.ts";
import { queueReport } from "./queue-report.ts";
import { queueUnreachable } from "./queue-unreachable.ts";

export type DeliveryWorker = {
  /** Starts no further conversation, gives the open ones 4 seconds, cuts the rest, and resolves when all is recorded. */
  stop(): Promise<void>;
};

const maxConversations = 5;
/** One that takes longer is kept waiting by a server, perhaps for its recipient's sake: others begin beside it. */
const slowAfterMs = 15_000;
const mostOpen = 30;
/** Of one recipient, and of receipts: what waits for them leaves room for all others. */
const mostSlow = 10;
/** A server may keep a receipt waiting for ten minutes, as one that looks at visitors' addresses does: the team's mail goes on. */
const maxReceipts = 2;
/** Nor is it kept waiting for a program that takes 15 seconds not to answer; and each is told of one thing at a time, so that it keeps nothing from another. */
const maxByHttp = 2;
/** While the mail server is not reached, one mail at a time asks again: of all that wait each attempt would be written to the disk that takes inquiries. */
const askAgainMs = 2_000;
const pollMs = 500;
const graceMs = 4_000;
const alarmCheckMs = 5_000;
const eraseEveryMs = 60 * 60_000;

/** Delivers what is in the outbox until it is stopped. Several workers, also in several processes, share the work. */
export function startWorker(desk: DeliveryDesk): DeliveryWorker {
  const cutting = new AbortController();
  const open = new Map<Promise<void>, { kind: MessageKind; recipient: string; since: number }>();
  let isStopping = false;
  let wake: (() => void) | undefined;
  /** When it was last not reached. */
  let awayAt: number | undefined;
  const loop = run();

  return {
    async stop() {
      isStopping = true;
      wake?.();
      const grace = wait(graceMs, undefined, { ref: false });
      await loop;
      await guard("still noted that mail is delivered", () => deliveryNote.take(desk));
      await Promise.race([Promise.all(open.keys()), grace]);
      cutting.abort();
      await Promise.all(open.keys());
    },
  };

  async function run() {
    await guard("waiting messages not brought forward", () => retryNow(desk));
    let checkedAt = -alarmCheckMs;
    let notedAt = -deliveryNote.everyMs;
    let erasedAt = -eraseEveryMs;
    while (!isStopping) {
      await guard("outbox not read", fill);
      if (performance.now() - checkedAt >= alarmCheckMs) {
        await guard("alarms not checked", () => raiseAlarms(desk));
        await guard("refused addresses not told", () => queueUnreachable(desk));
        await guard("digest not written", () => queueDigest(desk));
        await guard("account of the day not written", () => queueReconciliation(desk));
        await guard("report of the month not written", () => queueReport(desk));
        await guard("what leads are found by not written", () => writeFindTexts(desk.store));
        await guard("leads of months that are over not counted", () => storeCounts(desk));
        checkedAt = performance.now();
      }
      if (performance.now() - notedAt >= deliveryNote.everyMs) {
        await guard("not noted that mail is delivered", () => deliveryNote.write(desk));
        notedAt = performance.now();
      }
      if (performance.now() - erasedAt >= eraseEveryMs) {
        await guard("old leads not erased", () => eraseOldLeads(desk));
        erasedAt = performance.now();
      }
      if (!isStopping) await pause();
    }
  }

  async function fill() {
    const now = desk.now().getTime();
    const { quick = [], slow = [] } = Object.groupBy(open.values(), ({ since }) =>
      now - since < slowAfterMs ? "quick" : "slow",
    );
    const free = Math.min(maxConversations - quick.length, mostOpen - open.size);
    const told = [...open.values()].filter(({ kind }) => channels[kind].by === "http");
    const talks = [...open.values()].some(({ kind }) => channels[kind].by === "mail");
    const most = {
      mostByMail: awayAt === undefined ? free : !talks && performance.now() - awayAt >= askAgainMs ? 1 : 0,
      mostReceipts: Math.min(
        maxReceipts - quick.filter(isReceipt).length,
        mostSlow - [...open.values()].filter(isReceipt).length,
      ),
      mostByHttp: told.length < maxByHttp ? 1 : 0,
      notTo: slow
        .map(({ recipient }) => recipient)
        .filter((own, _, all) => all.filter((to) => to === own).length >= mostSlow)
        .concat(told.map(({ recipient }) => recipient)),
    };
    for (const message of await claimDue(desk, free, most)) {
      const conversation = deliverMessage(message, desk, cutting.signal).then((outcome) => {
        if (outcome && channels[message.kind].by === "mail")
          awayAt = isUnreached(outcome) ? performance.now() : undefined;
        open.delete(conversation);
        wake?.();
      });
      open.set(conversation, { kind: message.kind, recipient: message.recipient, since: now });
    }
  }

  /** Until the next poll, or until a conversation ends and leaves room for another. */
  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pollMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Catches every error of a round: a loop that ended at one would deliver nothing more, and nobody would know. */
  async function guard(problem: string, work: () => Promise<void>) {
    try {
      await work();
    } catch (cause) {
      desk.report(problem, errorCode(cause));
    }
  }
}

function isReceipt({ kind }: { kind: MessageKind }): boolean {
  return channels[kind].to === "visitor";
}
