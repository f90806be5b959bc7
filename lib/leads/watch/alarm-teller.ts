import { alarm as text } from "#content/en/mail.ts";
import type { Env } from "#lib/env.ts";
import { postJson } from "#lib/leads/delivery/post-json.ts";
import { slackPayload } from "#lib/leads/delivery/slack-payload.ts";
import { teamsPayload } from "#lib/leads/delivery/teams-payload.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { writeSighting } from "#lib/leads/store/sightings.ts";
import type { WebhookTarget } from "#lib/leads/webhook-target.ts";
import { type Alarm, currentAlarms } from "./alarms.ts";
import { leadHealth } from "./lead-health.ts";

type Roads = Pick<Env, "alarmWebhooks" | "alarmPingUrl"> & { sendsMail: boolean };

type Told = Pick<Alarm, "topic" | "subject" | "text">;

const everyPingMs = 60_000;
const patienceMs = 10_000;
/** In the store: what was told before a restart. */
const note = "alarms-told";

/**
 * A round of looking at what is wrong, and of telling it by HTTP, by the process that takes inquiries: mail and store may be what
 * is wrong. Each address hears of each topic once, until it is over. Whoever is pinged is so while the health is well, and alarms when we fall silent.
 */
export function alarmTeller(
  desk: LeadDesk,
  { alarmWebhooks, alarmPingUrl, sendsMail }: Roads,
): (stopping: AbortSignal) => Promise<void> {
  const told = alarmWebhooks.map((target) => ({ target, topics: new Set<string>() }));
  let troubles: string[] = [];
  let isRemembered = false;
  let pingedAt = -everyPingMs;

  return async (stopping) => {
    const { status, alarms } = await leadHealth(desk, sendsMail);
    if (alarmPingUrl && status === "ok" && performance.now() - pingedAt >= everyPingMs) {
      pingedAt = performance.now();
      await ping(alarmPingUrl, stopping);
    }
    noteTroubles(alarms.filter((topic) => topic in text.unstored));
    // What it is about was told here already.
    const topics = alarms.filter((topic) => topic !== "intake-troubled");
    if (told.length > 0) await tellAll(topics, stopping);
  };

  /** Into the log at once, and for ALARM_TO what is still so a round later: a mail cannot be queued before the store is back. */
  function noteTroubles(topics: string[]) {
    for (const topic of topics) if (!troubles.includes(topic)) desk.report("ALARM", topic);
    const lasting = topics.filter((topic) => troubles.includes(topic)).join(", ");
    if (lasting) desk.sightings.see("intake-troubled", { topics: lasting, occasion: lasting });
    troubles = topics;
  }

  async function tellAll(topics: string[], stopping: AbortSignal) {
    await guard("what was told before is not known", remember);
    const before = JSON.stringify(noted());
    for (const { topics: known } of told) for (const topic of known) if (!topics.includes(topic)) known.delete(topic);
    const isNew = (topic: string) => told.some(({ topics: known }) => !known.has(topic));
    for (const alarm of await wordsFor(topics.filter(isNew)))
      for (const { target, topics: known } of told)
        if (!known.has(alarm.topic) && (await tell(alarm, target, stopping))) known.add(alarm.topic);
    if (JSON.stringify(noted()) === before) return;
    await guard("what was told is not written down", () =>
      writeSighting(desk.store.db, note, desk.now().toISOString(), noted()),
    );
  }

  function noted(): Record<string, string[]> {
    return Object.fromEntries(told.map(({ target, topics }) => [target.name, [...topics]]));
  }

  async function remember() {
    if (isRemembered) return;
    const { db } = desk.store;
    const row = await db.selectFrom("sighting").select("facts").where("topic", "=", note).executeTakeFirst();
    isRemembered = true;
    const before: ReturnType<typeof noted> = JSON.parse(row?.facts ?? "{}");
    for (const { target, topics } of told) for (const topic of before[target.name] ?? []) topics.add(topic);
  }

  async function wordsFor(topics: string[]): Promise<Told[]> {
    if (topics.length === 0) return [];
    let known: Told[] = [];
    await guard("alarms not read", async () => {
      known = await currentAlarms(desk);
    });
    return topics.map((topic) => known.find((alarm) => alarm.topic === topic) ?? unstored(topic));
  }

  async function tell({ subject, text }: Told, target: WebhookTarget, stopping: AbortSignal): Promise<boolean> {
    const { url, name, chat, mayBePrivate } = target;
    const said = { title: subject, opening: text };
    const body = chat ? JSON.stringify(chatPayloads[chat](said)) : `${subject}\n\n${text}`;
    const headers: Record<string, string> = chat ? {} : { "content-type": "text/plain; charset=utf-8" };
    const outcome = await postJson({ url, body, headers, mayBePrivate }, stopping);
    if (outcome.class !== "sent") desk.report(`${name} of ALARM_WEBHOOK_URL did not take an alarm`, outcome.reply);
    return outcome.class === "sent";
  }

  async function ping(url: string, stopping: AbortSignal) {
    await guard("ALARM_PING_URL did not answer", async () => {
      const signal = AbortSignal.any([stopping, AbortSignal.timeout(patienceMs)]);
      const answer = await fetch(url, { signal, redirect: "error" });
      await answer.body?.cancel();
      if (!answer.ok) desk.report("ALARM_PING_URL refused the ping", `HTTP ${answer.status}`);
    });
  }

  async function guard(problem: string, work: () => Promise<unknown>) {
    try {
      await work();
    } catch (cause) {
      desk.report(problem, errorCode(cause));
    }
  }
}

/** What no mail can tell while it is so. */
function unstored(topic: string): Told {
  const words: Record<string, { subject: string; body: string }> = text.unstored;
  const { subject, body } = words[topic] ?? text.unstored.other;
  return { topic, subject, text: body };
}

const chatPayloads = { slack: slackPayload, teams: teamsPayload };
