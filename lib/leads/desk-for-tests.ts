import { inject, onTestFinished } from "vitest";
import { type DeliveryDesk, deliverMessage } from "#lib/leads/delivery/deliver-message.ts";
import type { FormValues } from "#lib/leads/form/form-values.ts";
import type { LeadSubmission } from "#lib/leads/intake/lead-submission.ts";
import { openSpool } from "#lib/leads/intake/spool.ts";
import { claimDue } from "#lib/leads/outbox/outbox.ts";
import { type PitchModel, pitchModel } from "#lib/leads/spam/pitch-model.ts";
import { salesPhrases } from "#lib/leads/spam/sales-phrases.ts";
import type { PostSignals } from "#lib/leads/spam/spam-score.ts";
import { openLeadStore } from "#lib/leads/store/lead-store.ts";
import { placeWithTables } from "#lib/leads/store/place-for-tests.ts";
import { openSightings } from "#lib/leads/store/sightings.ts";
import type { LogFacts } from "#lib/log-line.ts";
import { smtpMailer } from "#lib/mail/smtp-mailer.ts";
import { learnFromContent } from "#lib/pitches/release-pitches.ts";
import type { LeadDesk } from "./lead-desk.ts";
import { sha256 } from "./sha256.ts";
import { webhookTarget } from "./webhook-target.ts";

let model: PitchModel | undefined;
/** Made when the first post is judged, and once for all tests of a file. */
function pitches(text: string): number {
  if (!model) {
    const { topics, learned } = inject("pitches") ?? learnFromContent();
    model = pitchModel(learned, salesPhrases(topics));
  }
  return model(text);
}

/** A desk over a real store of its own, with a clock that the test moves. */
export async function deskForTests(changes: Partial<LeadDesk> = {}) {
  const place = await placeWithTables();
  const store = await openLeadStore(place);
  onTestFinished(() => store.close());
  const clock = {
    now: new Date("2026-11-21T12:00:00.000Z"),
    pass(seconds: number) {
      clock.now = new Date(clock.now.getTime() + seconds * 1000);
    },
  };
  const reported: string[] = [];
  const logged: ({ level: string; event: string } & LogFacts)[] = [];
  const report = (problem: string, cause: unknown) => reported.push(`${problem}: ${cause}`);
  const desk: Omit<LeadDesk, "sightings"> = {
    store,
    spool: openSpool(place.dataDir, report),
    leadsTo: ["sales@dreamcode.test"],
    routing: [],
    leadsFallbackTo: undefined,
    webhooks: [],
    plausibleUrl: undefined,
    alarmTo: ["alarm@dreamcode.test"],
    reportTo: [],
    mailFrom: { name: "DreamCode", address: "hello@dreamcode.test" },
    writeTo: "write@dreamcode.test",
    answersTo: "contact@dreamcode.test",
    replyPromise: { en: "We answer within a day.", es: "Respondemos en un día." },
    siteUrl: "https://www.dreamcode.test",
    secret: "a secret for tests",
    rateLimit: false,
    dailyProof: false,
    retentionDays: undefined,
    teamTimeZone: "America/Bogota",
    services: ["staff-augmentation"],
    pitchModel: pitches,
    serviceTitle: (_slug, locale) => ({ en: "Staff augmentation", es: "Ampliación de equipos" })[locale],
    openingTitle: (slug, locale) =>
      slug === "support-agent" ? { en: "Support agent", es: "Agente de soporte" }[locale] : undefined,
    articleTitle: (slug, locale) => (slug === "tech-hubs" ? { en: "Tech hubs", es: "Polos" }[locale] : undefined),
    consent: (form, locale) => `I agree (${form}, ${locale}).`,
    now: () => clock.now,
    report,
    note: (level, event, facts) => logged.push({ level, event, ...facts }),
    ...changes,
  };
  return { desk: { sightings: openSightings(desk), ...desk }, place, clock, reported, logged };
}

export function deliveryTo(smtpUrl: string, desk: LeadDesk): DeliveryDesk {
  const from = { name: "DreamCode", address: "hello@dreamcode.test" };
  return {
    ...desk,
    mailer: smtpMailer({ url: smtpUrl, oauth: undefined }),
    from,
    findPicture: () => undefined,
    takesNoMail: async () => false,
  };
}

/** For a desk that tells a program of each lead, and a test that does not ask it. */
export const anyWebhook = webhookTarget("https://crm.test", { secrets: [], mayBePrivate: false });

/** Attempts everything that is due now, once. */
export async function deliverDue(desk: DeliveryDesk) {
  const messages = await claimDue(desk, 100);
  await Promise.all(messages.map((message) => deliverMessage(message, desk, new AbortController().signal)));
}

const human: PostSignals = { decoy: "empty", seconds: 30, isBareRequest: false };

/** Looks like a program's, and is marked as likely spam. */
export const byProgram = { signals: { ...human, decoy: "filled" } } satisfies Partial<LeadSubmission>;

/** With it, a program's beyond doubt. */
export const bbcode = "[url=https://x.test]x[/url] [url=https://y.test]y[/url] [url=https://z.test]z[/url]";

/** Each text comes from a form of its own, unless the test names one. */
export function contact(values: FormValues = {}, rest: Partial<LeadSubmission> = {}): LeadSubmission {
  return {
    form: "contact",
    locale: "en",
    page: "/en/contact",
    key: sha256(values.message ?? ""),
    signals: human,
    senderCode: "a-network",
    ...rest,
    values: { name: "Ana Torres", email: "Ana@Company.com", message: "Two engineers.", consent: "on", ...values },
  };
}

/** Is mailed to nobody by itself. */
export function beyondDoubt(message = ""): LeadSubmission {
  return contact({ message: `${bbcode} ${message}` }, byProgram);
}

export function newsletter(values: FormValues = {}, rest: Partial<LeadSubmission> = {}): LeadSubmission {
  const filled = { email: "Ana@Company.com", consent: "on", ...values };
  return { ...contact({}, rest), form: "newsletter", page: "/en/newsletter", values: filled };
}

export function reply(values: FormValues = {}, rest: Partial<LeadSubmission> = {}): LeadSubmission {
  return { ...contact({ article: "tech-hubs", ...values }, rest), form: "reply", page: "/en/reply" };
}

export function application(values: FormValues = {}, rest: Partial<LeadSubmission> = {}): LeadSubmission {
  const more = { opening: "support-agent", cv: "https://cv.test/ana" };
  return { ...contact({ ...more, ...values }, rest), form: "application", page: "/en/application" };
}

export function inquiry(values: FormValues = {}, rest: Partial<LeadSubmission> = {}): LeadSubmission {
  const more = { company: "Acme", country: "CA", service: "staff-augmentation" };
  return { ...contact({ ...more, ...values }, rest), form: "inquiry", page: "/en/inquiry" };
}

/** What became of the messages of both kinds. */
export async function states({ store }: Pick<LeadDesk, "store">) {
  const rows = await store.db.selectFrom("outbox").select(["kind", "state"]).orderBy("state").execute();
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ state }) => state);
  return { notify: of("notify"), receipt: of("receipt") };
}
