import type { RoutingRule } from "#lib/content/kinds/routing.ts";
import type { Env } from "#lib/env.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { ProgramSetting } from "#lib/leads/channels.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import type { Spool } from "#lib/leads/intake/spool.ts";
import type { PitchModel } from "#lib/leads/spam/pitch-model.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import type { Sightings } from "#lib/leads/store/sightings.ts";
import type { LogFacts } from "#lib/log-line.ts";

/** What the site, the worker and the command line have in common. */
export type StoreDesk = Pick<
  Env,
  | "siteUrl"
  | "leadsTo"
  | "leadsFallbackTo"
  | "alarmTo"
  | "reportTo"
  | "mailFrom"
  | "rateLimit"
  | "dailyProof"
  | "retentionDays"
  | "teamTimeZone"
  | ProgramSetting
> & {
  store: LeadStore;
  /** Who gets certain leads instead of `leadsTo`, by the first rule that fits. */
  routing: readonly RoutingRule[];
  /** Where visitors can write when a form cannot be taken. */
  writeTo: string | undefined;
  /** Where an answer to a receipt goes. */
  answersTo: string | undefined;
  /** What visitors read of how soon they are answered, where the company says so. */
  replyPromise: Record<Locale, string> | undefined;
  now(): Date;
  /** `cause` holds no personal data. */
  report(problem: string, cause: unknown): void;
  /** What became of a lead or message; as little of a person. */
  note(level: "info" | "warning", event: string, facts: LogFacts): void;
};

/** The outside world of lead intake. */
export type LeadDesk = StoreDesk & {
  /** Where leads wait that the store cannot take. */
  spool: Spool;
  /** What went wrong here without a trace in the store. */
  sightings: Sightings;
  /** Signs what forms bring back, and stands between a sender's code and their address. */
  secret: string;
  /** Slugs that an inquiry may name. */
  services: readonly string[];
  pitchModel: PitchModel;
  serviceTitle(slug: string, locale: Locale): string;
  /** Undefined when no article has the slug. */
  articleTitle(slug: string, locale: Locale): string | undefined;
  /** Also of one that is over. Undefined when no opening has the slug. */
  openingTitle(slug: string, locale: Locale): string | undefined;
  /** The sentence that a visitor agrees to, as the form shows it. */
  consent(form: FormName, locale: Locale): string;
};
