import type { LeadFields } from "#lib/leads/form/check-form.ts";
import { foreignHosts } from "./foreign-hosts.ts";
import { isOfOtherScript } from "./is-of-other-script.ts";
import type { PitchModel } from "./pitch-model.ts";

/** What a post tells about its sender, beside what was typed. Fit to be stored: no address is in it. */
export type PostSignals = {
  /** What was in the field that nobody sees: nothing, what stands in another field too, or anything else. */
  decoy: "empty" | "repeats" | "filled";
  /** From the first focus until it was sent; null without a token. */
  seconds: number | null;
  /** No User-Agent or no Accept-Language, which every browser sends. */
  isBareRequest: boolean;
};

export type SpamScore = { score: number; reasons: SpamReason[] };

export type SpamReason = keyof typeof points;

/** What came before a lead. */
export type Before = {
  /** How much came from the same network. */
  sender: "seldom" | "often" | "all-day";
  isEmailOften: boolean;
  isFormFlooded: boolean;
  /** Whether others sent nearly the same text, and whether they are more than a colleague, or the same person again. */
  copies: "none" | "close" | "several";
  /** Its token came with what somebody else sent. */
  isTokenUsed: boolean;
  /** The lead that it amends is held. */
  amendsHeld: boolean;
};

export const calm: Before = {
  sender: "seldom",
  isEmailOften: false,
  isFormFlooded: false,
  copies: "none",
  isTokenUsed: false,
  amendsHeld: false,
};

const points = {
  decoy: 4,
  decoy_repeats: 1,
  under_2_seconds: 2,
  under_4_seconds: 1,
  no_token: 1,
  used_token: 3,
  bare_request: 2,
  link_in_name: 4,
  link_as_company: 1,
  many_links: 2,
  anchors: 3,
  messenger: 2,
  other_script: 2,
  gibberish: 3,
  sales_word: 1,
  sales_words: 2,
  sales_pitch: 3,
  link_to_sales: 1,
  quoted: 0,
  copy: 1,
  copies: 3,
  sender_often: 1,
  sender_all_day: 3,
  email_often: 1,
  form_flooded: 3,
  amends_held: 3,
} as const;

const inText: readonly SpamReason[] = [
  "link_in_name",
  "many_links",
  "anchors",
  "messenger",
  "other_script",
  "gibberish",
  "sales_words",
  "sales_pitch",
  "copies",
];
/** Others can bring these about: whoever floods the form, shares the network or types somebody's address. */
const byOthers: readonly SpamReason[] = ["sender_often", "sender_all_day", "email_often", "form_flooded"];

/** How much a text has to read like a sales pitch for each, by the examples that it was learned from. */
const pitchLevels = { sales_word: -0.15, sales_words: -0.05, sales_pitch: 0.05 };

/** From here on a lead is marked as likely spam until somebody says that it is none. Nothing is dropped at any score. */
export const holdFrom = 3;

const mostDoubtful = 6;

/**
 * They put nothing beyond doubt: accidents happen to people too, who have no script, are quick, or let a program fill in the
 * form; and what a text reads like is learned, and likely at best.
 */
const unsure: readonly SpamReason[] = [
  ...(["no_token", "under_2_seconds", "under_4_seconds", "decoy_repeats"] as const),
  ...(["sales_word", "sales_words", "sales_pitch", "link_to_sales"] as const),
  // Whatever the first was held for stands in what corrects it, too, and counts there by itself.
  "amends_held",
];

/** A program fills in a form faster, and has to ask for a token first. */
const unhurriedSeconds = 5;

/** How much speaks for a program, or a salesman, having sent it, and why. */
export function spamScore(
  fields: LeadFields,
  signals: PostSignals,
  before: Before,
  { pitchModel, siteUrl }: { pitchModel: PitchModel; siteUrl: string },
): SpamScore {
  const { name, company = "", message } = fields;
  const { seconds, decoy } = signals;
  const links = foreignHosts(message, { email: fields.email, company, siteUrl });
  // Who applies for an opening offers themselves, and does so in the words of pitches.
  const pitch = fields.cv ? Number.NEGATIVE_INFINITY : pitchModel(message.replaceAll(inQuotes, " "));
  const found: Record<SpamReason, boolean> = {
    decoy: decoy === "filled",
    // As a password manager does, which fills in what it takes for a name.
    decoy_repeats: decoy === "repeats",
    under_2_seconds: seconds !== null && seconds < 2,
    under_4_seconds: seconds !== null && seconds >= 2 && seconds < 4,
    no_token: seconds === null,
    used_token: before.isTokenUsed,
    bare_request: signals.isBareRequest,
    link_in_name: addressesIn(name) > 0 || (addressesIn(company) > 0 && !isAddress(company) && !isSite(company)),
    // As some people fill in the field: not enough to mark who took their time.
    link_as_company: isAddress(company) && !isSite(company),
    many_links: new Set(links).size > 2 || links.length > 9,
    anchors: Object.values(fields).some(hasAnchor),
    messenger: messenger.test(message),
    other_script: isOfOtherScript(message),
    gibberish: isGibberish(message),
    sales_word: pitch > pitchLevels.sales_word && pitch <= pitchLevels.sales_words,
    sales_words: pitch > pitchLevels.sales_words && pitch <= pitchLevels.sales_pitch,
    sales_pitch: pitch > pitchLevels.sales_pitch,
    link_to_sales: pitch > pitchLevels.sales_word && links.length > 0,
    quoted: false,
    copy: before.copies === "close",
    copies: before.copies === "several",
    // A sender of thirty is not counted for five as well.
    sender_often: before.sender === "often",
    sender_all_day: before.sender === "all-day",
    email_often: before.isEmailOften,
    form_flooded: before.isFormFlooded,
    amends_held: before.amendsHeld,
  };
  // What others did is no reason to mark whoever took their time and writes like a person.
  if (seconds !== null && seconds >= unhurriedSeconds && !inText.some((reason) => found[reason])) {
    found.form_flooded = false;
    found.email_often = false;
  }
  found.quoted = inText.some((reason) => found[reason]) && quotation.test(message);
  const reasons = (Object.keys(points) as SpamReason[]).filter((reason) => found[reason]);
  return { score: pointsOf(reasons), reasons };
}

/**
 * Whether a marked lead is mailed at once, because a person may have sent it. One that is not has a reason in its text,
 * quotes nobody, and has a score above 6 that it owes to nobody else, to no accident and to no likeness.
 */
export function couldBePerson(spam: SpamScore): boolean {
  const { reasons } = spam;
  const sure = ownScore(spam) - pointsOf(reasons.filter((reason) => unsure.includes(reason)));
  return sure <= mostDoubtful || reasons.includes("quoted") || !reasons.some((reason) => inText.includes(reason));
}

/** What a lead owes to itself, and not to others. */
export function ownScore({ score, reasons }: SpamScore): number {
  return score - pointsOf(reasons.filter((reason) => byOthers.includes(reason)));
}

function pointsOf(reasons: SpamReason[]): number {
  return reasons.reduce((sum, reason) => sum + points[reason], 0);
}

/** Addresses that say what they are: Booking.com is the name of a company. */
function addressesIn(text: string): number {
  return text.match(/https?:\/\/|(?<![/\w.])www\./gi)?.length ?? 0;
}

function isAddress(text: string): boolean {
  return addressesIn(text) === 1 && /^(https?:\/\/|www\.)\S+$/i.test(text);
}

/** A company that is named by its site, or with it: many are called so, and nobody sells anything by a home page alone. */
function isSite(company: string): boolean {
  return (
    addressesIn(company) === 1 &&
    /(?<![/\w.])(?:https?:\/\/(?:www\.)?|www\.)[\p{L}\p{N}.-]+\/?(?![^\s),;|])/iu.test(company)
  );
}

/**
 * Links as HTML and as forums write them; not the word [link], which copied texts have. The lengths are bounded so that no
 * text takes long to read.
 */
function hasAnchor(text: string): boolean {
  return /<a\s{1,20}[^>]{0,200}href|\[(?:url|link)=|\[\/(?:url|link)\]/i.test(text);
}

/** Words of somebody else. */
const inQuotes = /["“”„«»][^"“”„«»]{3,400}["“”„«»]/g;

/** Who asks about a mail that they got, or shows one, says what its sender says. */
const quotation =
  /["“”„«»][^"“”„«»]{3,400}["“”«»]|(?<![\p{L}\p{N}])['‘][^'‘’]{3,400}['’](?![\p{L}\p{N}])|^>|^-{2,} ?(?:forwarded|original|mensaje)|^(?:from|de): .{1,200}@|\b(?:wrote|escribi[óo]) ?:|\bis this from you\b|\bes de ustedes\b|\bi (?:got|received) (?:this|it)\b|\b(?:recib[íi]|me lleg[óo]) (?:este|esto|un)\b/imsu;

/** Most words as programs make them up: PfKbYqvAJXsu, ylkwtqdr. JavaScript has one capital inside, and DevSecOps is one word of many. */
function isGibberish(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => word && !/[./@]/.test(word));
  const madeUp = words.filter(
    (word) =>
      word.length < 100 &&
      ((word.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0) > 1 || /(?!(.)\1)[bcdfghjklmnpqrstvwxz]{5}/i.test(word)),
  );
  return text.length > 15 && madeUp.length > words.length / 2;
}

/**
 * A handle of Telegram or WeChat: @name, or what stands behind a colon or has digits. WhatsApp with a number is how people
 * in Latin America give their telephone.
 */
const messenger =
  /(?<![\w.])(?:t|telegram)\.me\/|(?<!\w)(?:telegram|tg|wechat|weixin|телеграм\p{L}{0,3})\s{0,3}(?:id)?\s{0,3}(?:[:：@=-]{1,2}\s{0,3}@?\w{4}|[a-z_]{0,20}\d)|@\w{4,32}\s{0,3}\(?(?:on|en|in|via|por)\s{1,3}(?:telegram|wechat)/iu;
