import { defaultLocale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { aheadOf } from "#lib/leads/ahead-of.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { dayOf } from "#lib/leads/iso-time.ts";
import { lastDue } from "#lib/leads/last-due.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { type Repeating, repeat } from "#lib/leads/repeat.ts";

/** An hour before the account of the day is sent: by then the proof has arrived or an alarm was raised. */
const proofHour = 6;
const everyMs = 60_000;

/** Submits a lead of our own each day, for as long as the site runs: it goes the way of every other. */
export async function startDailyProof(desk: LeadDesk): Promise<Repeating> {
  const submit = () => submitDailyProof(desk);
  const fail = (cause: unknown) => desk.report("no proof submitted", errorCode(cause));
  // Before a worker looks for it.
  await submit().catch(fail);
  return repeat(everyMs, submit, fail);
}

/** When the proof of the day was due. */
export function proofDue(now: Date, zone: string): string {
  return lastDue(now, proofHour, zone).toISOString();
}

/** One a day, whoever asks and how often: its key names the day. */
export async function submitDailyProof(desk: LeadDesk): Promise<void> {
  if (!desk.dailyProof || !desk.mailFrom) return;
  const due = proofDue(desk.now(), desk.teamTimeZone);
  const known = await desk.store.db
    .selectFrom("lead")
    .select("id")
    .where("status", "=", "proof")
    .where("created_at", ">=", due)
    .where("created_at", "<", aheadOf(desk.now()))
    .executeTakeFirst();
  if (known) return;

  const day = dayOf(due);
  const submitted = await submitLead(
    {
      form: "contact",
      locale: defaultLocale,
      page: paths.contact(defaultLocale),
      key: `proof-${day}`,
      values: { name: "Daily proof", email: desk.mailFrom.address, message: `Proof of ${day}.`, consent: "on" },
      signals: { decoy: "empty", seconds: null, isBareRequest: false },
      senderCode: null,
      isProof: true,
    },
    desk,
  );
  if (submitted.status !== "received") throw new Error(`the proof was ${submitted.status}`);
}
