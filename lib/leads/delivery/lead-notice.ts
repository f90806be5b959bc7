import { h } from "hastscript";
import { notice } from "#content/en/mail.ts";
import { countryName } from "#lib/i18n/country-name.ts";
import { fill } from "#lib/i18n/fill.ts";
import { attributionFacts } from "#lib/leads/attribution/attribution-facts.ts";
import { type FieldName, leadFieldNames } from "#lib/leads/form/fields.ts";
import { formSubject } from "#lib/leads/form/form-subject.ts";
import { mailtoLink } from "#lib/leads/form/mailto-link.ts";
import { normaliseLine, normaliseText } from "#lib/leads/form/normalise.ts";
import type { LeadRecord } from "#lib/leads/store/lead-record.ts";
import { minuteAndPlace } from "#lib/leads/zoned-time.ts";
import type { Mail, MailAttachment, MailPicture } from "#lib/mail/mail.ts";
import { buttons, factTable, link, mailPage, paragraph, quoted } from "#lib/mail/mail-page.ts";
import { answerNote } from "./answer-note.ts";
import { decisionLinks, linkLines } from "./decision-links.ts";
import { reasonsInWords } from "./reasons-in-words.ts";
import { whatChanged } from "./what-changed.ts";

type Fact = { label: string; value: string; url?: string };

type NoticeDesk = {
  /** The mail that it is for. */
  mail: Parameters<typeof decisionLinks>[0] & { safe_form: number };
  teamTimeZone: string;
  siteUrl: string;
  now(): Date;
  picture?: MailPicture | undefined;
  /** What the same person sent before what amends it. */
  earlier?: LeadRecord | undefined;
};

/**
 * What the team gets for a lead: what was written, then what helps to answer, what can be said of it, and the rest. How it
 * came stands in a part of its own, which an answer does not quote to the client.
 */
export function leadNotice(
  lead: LeadRecord,
  desk: NoticeDesk,
): Pick<Mail, "subject" | "replyTo" | "headers" | "text" | "html" | "picture" | "attachment"> {
  const { ref, form, fields, status } = lead;
  const title = lead.amends ? fill(notice.amendment, { ref: lead.amends }) : `${notice[form]} ${ref}`;
  const { first, rest } = leadFacts(lead, desk);
  const attachment = attachmentOf(lead);
  const message = normaliseText(fields.message);
  const doubt = doubtOf(lead);
  const changes = desk.earlier ? whatChanged(lead, desk.earlier) : [];
  const isSafe = desk.mail.safe_form === 1;
  const isAttached = attachment !== undefined && !isSafe;
  const footer = [...toDo(lead), answerNote(fields.email, isSafe), ...(isAttached ? [notice.attachment] : [])];
  const links = decisionLinks(desk.mail, ref, status === "quarantined" ? ifHeld : ifNot, desk.siteUrl);
  return {
    subject: subjectOf(lead),
    replyTo: { name: fields.name, address: fields.email },
    // Nobody's out-of-office note may go to the client. Not Auto-Submitted (RFC 3834): it speaks for a person who waits
    // for an answer, and ticket systems leave such mail lying.
    headers: { "X-Lead-Ref": ref, "X-Auto-Response-Suppress": "OOF, AutoReply" },
    text: [
      ...doubt,
      ...(message ? [message] : []),
      title,
      ...(changes.length > 0 ? [[notice.changed.title, ...changes.map((each) => each.join(": "))].join("\n")] : []),
      lines(first),
      ...(links.length > 0 ? [notice.decide, linkLines(links)] : []),
      lines(rest),
      ...footer,
    ].join("\n\n"),
    html: mailPage({
      lang: "en",
      title,
      opening: message || facts(first),
      blocks: [
        ...doubt.map((text) => paragraph(text)),
        ...(message ? [h("div", { style: "margin:0 0 20px" }, quoted(message))] : []),
        ...(changes.length > 0 ? [paragraph(notice.changed.title), factTable(changes)] : []),
        factTable(first.map(({ label, value, url }) => [label, url ? link(url, value) : value])),
        ...(links.length > 0 ? [buttons([...answerOf(lead), ...links])] : []),
        factTable(rest.map(({ label, value }) => [label, value])),
      ],
      footer,
      picture: desk.picture,
    }),
    picture: desk.picture,
    attachment,
  };
}

const ifHeld = ["not-spam", "spam", "answered", "mine"] as const;
const ifNot = ["mine", "answered", "spam", "not-spam"] as const;

/** Opens an answer that quotes the client alone, in place of the whole notice. */
function answerOf(lead: LeadRecord): { label: string; url: string }[] {
  const { form, fields } = lead;
  if (form === "newsletter") return [];
  const message = normaliseText(fields.message)
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
  const subject = `Re: [${lead.ref}] ${topicOf(lead)}`;
  return [
    {
      label: notice.write,
      url: mailtoLink(fields.email, { subject, text: `\n\n${message}`, cut: notice.replyCut }).href,
    },
  ];
}

/** What the client is not to read: how they came, and what the site thinks of it. */
function attachmentOf(lead: LeadRecord): MailAttachment | undefined {
  const { ref, spam } = lead;
  const doubt = spam.score > 0 ? [{ label: notice.score, value: `${spam.score}: ${reasonsInWords(spam)}` }] : [];
  const known = [...originFacts(lead), ...doubt];
  return known.length === 0
    ? undefined
    : { filename: `${ref}.txt`, type: "text/plain", text: `${notice.origin}:\n\n${lines(known)}\n` };
}

/** Why it may be none of a person's, and what to do about it; nothing once somebody has decided. */
function doubtOf({ status, spam }: LeadRecord): string[] {
  if (status !== "quarantined") return [];
  return [fill(notice.why, { reasons: reasonsInWords(spam) }), notice.undecided];
}

function lines(known: Fact[]): string {
  return known.map(({ label, value }) => `${label}: ${value}`).join("\n");
}

function facts(known: Fact[]): string {
  return known.map(({ value }) => value).join(", ");
}

function subjectOf(lead: LeadRecord): string {
  const { ref, amends, status } = lead;
  const doubt = status === "quarantined" ? `${notice.spam} ` : "";
  const kind = amends ? `${fill(notice.amendment, { ref: amends })}: ` : "";
  return `${doubt}[${ref}] ${kind}${topicOf(lead)}`;
}

function topicOf({ form, fields, titles }: LeadRecord): string {
  switch (form) {
    case "inquiry":
      return [titles?.en, fields.company, fields.country && countryName(fields.country, "en")]
        .filter((part) => part !== undefined)
        .join(", ");
    case "newsletter":
      return notice.newsletter;
    case "reply":
      return titles ? fill(notice.replyTo, { title: titles.en }) : notice.reply;
    case "application":
      return titles ? fill(notice.applicationFor, { title: titles.en }) : notice.application;
    default:
      return fill(notice.messageFrom, { name: fields.name });
  }
}

/** What helps to answer stands first. */
const toAnswer = [
  "name",
  "company",
  "country",
  "phone",
  "service",
  "opening",
  "cv",
  "email",
] as const satisfies FieldName[];
type Asked = Exclude<FieldName, "message" | "consent">;

function leadFacts(lead: LeadRecord, { teamTimeZone, now }: NoticeDesk): { first: Fact[]; rest: Fact[] } {
  const { locale, page, receivedAt, fields, phoneE164 } = lead;
  const { labels } = notice;
  const others = leadFieldNames.filter(
    (name): name is Asked => name !== "message" && !toAnswer.some((each) => each === name),
  );
  const asked = (name: Asked) => fact(labels[name], said(name, lead));
  const clock = fields.zone && minuteAndPlace(fields.zone, now().toISOString());
  return {
    first: [
      ...toAnswer
        .flatMap(asked)
        .map((each) => (each.label === labels.phone && phoneE164 ? { ...each, url: `tel:${phoneE164}` } : each)),
      ...fact(labels.theirTime, clock),
    ],
    rest: [
      ...others.flatMap(asked),
      ...fact(labels.language, new Intl.DisplayNames("en", { type: "language" }).of(locale)),
      ...fact(labels.page, page),
      ...fact(labels.received, minuteAndPlace(teamTimeZone, receivedAt)),
    ],
  };
}

function fact(label: string, value: string | undefined): Fact[] {
  return value ? [{ label, value: normaliseLine(value) }] : [];
}

function said(name: Asked, { form, locale, fields, phoneE164, titles }: LeadRecord): string | undefined {
  const value = fields[name];
  switch (name) {
    case "country":
      return value && countryName(value, "en");
    case "phone":
      return phoneE164 && phoneE164 !== value ? `${value} (${phoneE164})` : value;
    case "article":
    case "opening":
      return value && [titles?.en, formSubject(form)?.pathIn(locale, value)].filter(Boolean).join(", ");
    case "service":
      return form === "inquiry" ? titles?.en : undefined;
    default:
      return value;
  }
}

function originFacts({ attribution }: LeadRecord): Fact[] {
  const labels: Record<string, string> = notice.originLabels;
  return Object.entries(attributionFacts(attribution)).map(([name, value]) => ({ label: labels[name] ?? name, value }));
}

/** Of what is held, `doubtOf` says it. */
function toDo({ form, status, hasReceipt }: LeadRecord): string[] {
  if (form === "reply") return [notice.toDo.reply];
  if (form !== "newsletter" || status === "quarantined") return [];
  return [hasReceipt ? notice.toDo.newsletter : notice.toDo.unasked];
}
