import type { LeadFields } from "#lib/leads/form/check-form.ts";

/** What a post tells about its sender, beside what was typed. Fit to be stored: no address is in it. */
export type PostSignals = {
  /** The field that nobody sees was filled in. */
  isDecoyFilled: boolean;
  /** From the first focus until it was sent; null without a token. */
  seconds: number | null;
  /** No User-Agent or no Accept-Language, which every browser sends. */
  isBareRequest: boolean;
};

export type SpamScore = { score: number; reasons: SpamReason[] };

export type SpamReason = keyof typeof points;

/** How much came before this lead from the same place. */
export type SendingRates = {
  sender: "seldom" | "often" | "all-day";
  isEmailOften: boolean;
  isFormFlooded: boolean;
};

export const calm: SendingRates = { sender: "seldom", isEmailOften: false, isFormFlooded: false };

/** What came before a lead. */
type Before = SendingRates & {
  /** The lead that it amends is held. */
  amendsHeld?: boolean;
};

const points = {
  decoy: 4,
  under_2_seconds: 3,
  under_4_seconds: 1,
  no_token: 1,
  bare_request: 1,
  link_in_name: 4,
  link_as_company: 2,
  many_links: 2,
  anchors: 3,
  sender_often: 3,
  sender_all_day: 7,
  email_often: 3,
  form_flooded: 3,
  amends_held: 3,
} as const;

const inText: readonly SpamReason[] = ["link_in_name", "link_as_company", "many_links", "anchors"];
/** Others can bring these about: whoever floods the form, shares the network or types somebody's address. */
const byOthers: readonly SpamReason[] = ["sender_often", "sender_all_day", "email_often", "form_flooded"];

/** From here on a lead is held until somebody says that it is none. Nothing is dropped at any score. */
export const holdFrom = 3;

const mostDoubtful = 6;

/** A program fills in a form faster, and has to ask for a token first. */
const unhurriedSeconds = 5;

/** How much speaks for a program having sent it, and why. */
export function spamScore(fields: LeadFields, signals: PostSignals, before: Before): SpamScore {
  const { name, company = "", message } = fields;
  const { seconds } = signals;
  const found: Record<SpamReason, boolean> = {
    decoy: signals.isDecoyFilled,
    under_2_seconds: seconds !== null && seconds < 2,
    under_4_seconds: seconds !== null && seconds >= 2 && seconds < 4,
    no_token: seconds === null,
    bare_request: signals.isBareRequest,
    link_in_name: linksIn(name) > 0 || (linksIn(company) > 0 && !isAddress(company) && !isSite(company)),
    // As some people fill in the field: not enough to hold who took their time.
    link_as_company: isAddress(company) && !isSite(company),
    many_links: linksIn(message) > 2,
    anchors: Object.values(fields).some(hasAnchor),
    // A sender of thirty is not counted for five as well.
    sender_often: before.sender === "often",
    sender_all_day: before.sender === "all-day",
    email_often: before.isEmailOften,
    form_flooded: before.isFormFlooded,
    amends_held: before.amendsHeld === true,
  };
  // What others did is no reason to hold whoever took their time and writes like a person.
  if (seconds !== null && seconds >= unhurriedSeconds && !inText.some((reason) => found[reason])) {
    found.form_flooded = false;
    found.email_often = false;
  }
  const reasons = (Object.keys(points) as SpamReason[]).filter((reason) => found[reason]);
  return { score: pointsOf(reasons), reasons };
}

/**
 * Whether a held lead is one that a person has to look at. One that is not has a reason in its text, and no score above
 * 6 that it owes to others.
 */
export function couldBePerson(spam: SpamScore): boolean {
  return ownScore(spam) <= mostDoubtful || !spam.reasons.some((reason) => inText.includes(reason));
}

/** What a lead owes to itself, and not to others. */
export function ownScore({ score, reasons }: SpamScore): number {
  return score - pointsOf(reasons.filter((reason) => byOthers.includes(reason)));
}

function pointsOf(reasons: SpamReason[]): number {
  return reasons.reduce((sum, reason) => sum + points[reason], 0);
}

/** Addresses that say what they are: Booking.com is the name of a company. */
function linksIn(text: string): number {
  return text.match(/https?:\/\/|(?<![/\w.])www\./gi)?.length ?? 0;
}

function isAddress(text: string): boolean {
  return linksIn(text) === 1 && /^(https?:\/\/|www\.)\S+$/i.test(text);
}

/** A company that is named by its site, or with it: many are called so, and nobody sells anything by a home page alone. */
function isSite(company: string): boolean {
  return (
    linksIn(company) === 1 &&
    /(?<![/\w.])(?:https?:\/\/(?:www\.)?|www\.)[\p{L}\p{N}.-]+\/?(?![^\s),;|])/iu.test(company)
  );
}

/** Links as HTML and as forums write them. The lengths are bounded so that no text takes long to read. */
function hasAnchor(text: string): boolean {
  return /<a\s{1,20}[^>]{0,200}href|\[(url|link)[\]=]/i.test(text);
}
