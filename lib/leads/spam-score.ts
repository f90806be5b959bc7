import type { LeadFields } from "./check-form.ts";
import type { SendingRates } from "./sending-rates.ts";

/** What a post tells about its sender, beside what was typed. Fit to be stored: no address is in it. */
export type PostSignals = {
  /** The field that nobody sees was filled in. */
  isDecoyFilled: boolean;
  /** From the first focus until it was sent; null without a token. */
  seconds: number | null;
  isForeignOrigin: boolean;
  /** No User-Agent or no Accept-Language, which every browser sends. */
  isBareRequest: boolean;
};

export type SpamScore = { score: number; reasons: SpamReason[] };

export type SpamReason = keyof typeof points;

const points = {
  decoy: 4,
  under_2_seconds: 3,
  under_4_seconds: 1,
  no_token: 1,
  foreign_origin: 2,
  bare_request: 1,
  link_in_name: 4,
  many_links: 2,
  anchors: 3,
  sender_often: 3,
  // Above 6 by itself: thirty leads of one sender would be thirty lines of the digest.
  sender_all_day: 7,
  email_often: 3,
  form_flooded: 3,
} as const;

/** From here on a lead is held until somebody says that it is none. Nothing is dropped at any score. */
export const holdFrom = 3;

/** Held leads above this score are counted in the digest and not listed. */
export const listUpTo = 6;

/** How much speaks for a program having sent it, and why. */
export function spamScore(fields: LeadFields, signals: PostSignals, rates: SendingRates): SpamScore {
  const { name, company = "", message } = fields;
  const { seconds } = signals;
  const found: Record<SpamReason, boolean> = {
    decoy: signals.isDecoyFilled,
    under_2_seconds: seconds !== null && seconds < 2,
    under_4_seconds: seconds !== null && seconds >= 2 && seconds < 4,
    no_token: seconds === null,
    foreign_origin: signals.isForeignOrigin,
    bare_request: signals.isBareRequest,
    link_in_name: linksIn(name) + linksIn(company) > 0,
    many_links: linksIn(message) > 2,
    anchors: Object.values(fields).some(hasAnchor),
    // A sender of thirty is not counted for five as well.
    sender_often: rates.sender === "often",
    sender_all_day: rates.sender === "all-day",
    email_often: rates.isEmailOften,
    form_flooded: rates.isFormFlooded,
  };
  const reasons = (Object.keys(points) as SpamReason[]).filter((reason) => found[reason]);
  return { score: reasons.reduce((sum, reason) => sum + points[reason], 0), reasons };
}

/** Addresses that say what they are: Booking.com is the name of a company. */
function linksIn(text: string): number {
  return text.match(/https?:\/\/|(?<![/\w.])www\./gi)?.length ?? 0;
}

/** Links as HTML and as forums write them. The lengths are bounded so that no text takes long to read. */
function hasAnchor(text: string): boolean {
  return /<a\s{1,20}[^>]{0,200}href|\[(url|link)[\]=]/i.test(text);
}
