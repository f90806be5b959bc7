import type { ColumnType, Generated, Selectable } from "kysely";
import type { Locale } from "#lib/i18n/locales.ts";
import type { MessageKind } from "#lib/leads/channels.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import type { DeliveryOutcome } from "#lib/mail/delivery-outcome.ts";

/** One set of tables for SQLite and PostgreSQL: ids and times are text, times are UTC in ISO 8601 with milliseconds. */
export type LeadDatabase = {
  lead: LeadTable;
  consent_text: ConsentTextTable;
  consent: ConsentTable;
  history: HistoryTable;
  outbox: OutboxTable;
  attempt: AttemptTable;
  alarm: AlarmTable;
  sighting: SightingTable;
  view_count: ViewCountTable;
  counted_part: CountedPartTable;
};

export const leadStatuses = ["new", "quarantined", "open", "won", "lost", "spam", "erased"] as const;
/** `proof`: sent by the site itself, to see that it arrives; counted nowhere. */
export type LeadStatus = (typeof leadStatuses)[number] | "proof";

export type LeadTable = {
  id: string;
  /** Short code that a person can read out. */
  ref: string;
  form: FormName;
  locale: Locale;
  /** Path of the page it was sent from. */
  page: string;
  submission_key: string;
  /** Stands for the form that was shown; null where it sent no key. */
  form_key: string | null;
  /** The lead that this one amends. */
  amends: string | null;
  /** Stands for the sender's network for one day. Never an address. */
  sender_code: string | null;
  /** JSON: the LeadFields, cleaned and otherwise as typed. */
  payload: string;
  /** JSON: what the service, the article of a reply or the opening was called, by language. */
  service_titles: string | null;
  /** For look-ups. The address as typed is in the payload. */
  email: string;
  phone_e164: string | null;
  /** What nearly the same message has nearly the same of. */
  text_print: string | null;
  /** What it is found by, in plain letters; empty of what nobody looks for. Null until it is known, as of what an earlier release stored. */
  find_text: string | null;
  /** Of the token that the form brought back: another lead with it was sent from the same form, or from a copy of it. */
  token_hash: string | null;
  status: Generated<LeadStatus>;
  spam_score: Generated<number>;
  spam_reasons: Generated<string>;
  /** When the team was told that it is held. */
  digest_at: ColumnType<string | null, undefined, string>;
  /** When a receipt was put into the outbox. */
  receipt_at: string | null;
  /** JSON: the Attribution. */
  attribution: Generated<string>;
  /** When the visitor would like to be called: what was asked for last. */
  call_at: ColumnType<string | null, string | null | undefined, string | null>;
  /** By whose clock they chose it; null where that is not known. */
  call_zone: ColumnType<string | null, string | null | undefined, string | null>;
  /** How often they asked. */
  calls: Generated<number>;
  created_at: string;
  erased_at: string | null;
};

export type LeadRow = Selectable<LeadTable>;

/** Each sentence that was ever shown, once. */
type ConsentTextTable = {
  hash: string;
  sentence: string;
};

type ConsentTable = {
  id: string;
  lead_id: string;
  text_hash: string;
  version: string;
  locale: Locale;
  page: string;
  given_at: string;
};

export type LeadEventKind =
  | "released"
  | "spam"
  | "answered"
  | "taken"
  | "reopened"
  | "erased"
  | "joined"
  | "left"
  | "shown-as";

/** What became of a lead, and by whom. */
type HistoryTable = {
  id: string;
  lead_id: string;
  at: string;
  what: LeadEventKind;
  /** An address of the team, or the part of the site that did it; of `shown-as` the reference. */
  who: string;
};

export type MessageState = "pending" | "leased" | "sent" | "unconfirmed" | "dead" | "cancelled";

/** One row per recipient, so that a partly accepted message is never ambiguous. */
export type OutboxTable = {
  id: string;
  /** Null for what belongs to no lead, such as an alarm. */
  lead_id: string | null;
  kind: MessageKind;
  /** Empty while nobody is configured to get it. */
  recipient: string;
  message_id: string;
  /** Signs the links in a mail to the team. Null in what has none, and in what was queued before there were links. */
  link_key: string | null;
  /** JSON: what a message says that is not made when it is sent, as one about a lead is. It names nobody who wrote. */
  content: string | null;
  state: Generated<MessageState>;
  attempts: Generated<number>;
  /** 1: sent as plain text alone, after the whole mail was refused for its content. */
  safe_form: Generated<number>;
  /** 1: was waiting in a copy that was restored, and waits until somebody decides. */
  restored: Generated<number>;
  /** Since when it is to be delivered. */
  queued_at: string;
  next_at: string;
  lease_token: ColumnType<string | null, undefined, string | null>;
  lease_until: ColumnType<string | null, undefined, string | null>;
  last_class: ColumnType<AttemptClass | null, undefined, AttemptClass | null>;
  last_reply: ColumnType<string | null, undefined, string>;
  sent_at: ColumnType<string | null, undefined, string>;
};

type AttemptClass = DeliveryOutcome["class"];

type AttemptTable = {
  id: string;
  outbox_id: string;
  at: string;
  code: number | null;
  reply: string;
  class: AttemptClass;
  ms: number;
};

/** What is wrong now, and who was told. Gone when it is over. */
type AlarmTable = {
  topic: string;
  opened_at: string;
};

/** When something was seen last that no other row tells of. */
type SightingTable = {
  topic: string;
  at: string;
  /** JSON: what the alarm says of it. */
  facts: string;
};

/** How often a page was looked at, by a day of the team's calendar. Empty texts: not known, or none. */
type ViewCountTable = {
  day: string;
  path: string;
  locale: Locale;
  source: string;
  campaign: string;
  /** Of a page with a form: the page of ours that it was opened from. */
  opened_from: string;
  views: number;
  /** Fetched by browsers before anybody clicked; not among the views. */
  ahead: number;
};

/** What was counted of the leads of a part of a month that is over, so that nobody has to count them again. It names nobody. */
type CountedPartTable = {
  /** By whose calendar. */
  zone: string;
  /** From the first moment that counts to the first that counts no more. */
  since: string;
  before: string;
  noted_at: string;
  /** How often something of it has changed since; the triggers of the store count that. */
  changes: Generated<number>;
  /** JSON: the PeriodCounts. Null until they are counted, and since something has changed. */
  counts: ColumnType<string | null, undefined, string>;
};
