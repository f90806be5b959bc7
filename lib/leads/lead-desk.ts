import type { RoutingRule } from "#lib/content/kinds/routing.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import type { Spool } from "#lib/leads/intake/spool.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import type { Sightings } from "#lib/leads/store/sightings.ts";

/** The outside world of lead intake. */
export type LeadDesk = {
  store: LeadStore;
  /** Where leads wait that the store cannot take. */
  spool: Spool;
  /** What went wrong here without a trace in the store. */
  sightings: Sightings;
  /** Who gets the leads. While it is empty, notices wait for somebody to be named. */
  recipients: readonly string[];
  /** Who gets certain leads instead, by the first rule that fits. */
  routing: readonly RoutingRule[];
  /** Whether another program is told of each lead. */
  hasWebhook: boolean;
  /** Whether leads are counted in Plausible. */
  countsConversions: boolean;
  /** Who gets a lead that a recipient's mail server refused for good. */
  fallback: string | undefined;
  /** Who is told when delivery is in trouble. */
  alarmTo: readonly string[];
  /** The address our mail comes from, if there is one. */
  sender: string | undefined;
  /** Where visitors can write when a form cannot be taken. */
  writeTo: string | undefined;
  /** Where an answer to a receipt goes. */
  answersTo: string | undefined;
  siteUrl: string;
  /** Signs what forms bring back, and stands between a sender's code and their address. */
  secret: string;
  /** False for load tests: how often and how fast somebody sends is then not held against them. */
  rateLimit: boolean;
  /** Whether the site sends itself a lead each day, and the team an account of the day. */
  dailyProof: boolean;
  /** Slugs that an inquiry may name. */
  services: readonly string[];
  serviceTitle(slug: string, locale: Locale): string;
  /** Undefined when no article has the slug. */
  articleTitle(slug: string, locale: Locale): string | undefined;
  /** The sentence that a visitor agrees to, as the form shows it. */
  consent(form: FormName, locale: Locale): { version: string; sentence: string };
  now(): Date;
  /** `cause` holds no personal data. */
  report(problem: string, cause: unknown): void;
};
