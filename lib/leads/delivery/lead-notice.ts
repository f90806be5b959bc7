import { notice } from "#content/en/mail.ts";
import { countryName } from "#lib/i18n/country-name.ts";
import { fill } from "#lib/i18n/fill.ts";
import { paths } from "#lib/i18n/paths.ts";
import { attributionFacts } from "#lib/leads/attribution/attribution-facts.ts";
import { leadFieldNames } from "#lib/leads/form/fields.ts";
import { normaliseLine, normaliseText } from "#lib/leads/form/normalise.ts";
import type { LeadRecord } from "#lib/leads/store/lead-record.ts";
import { minuteAndPlace } from "#lib/leads/zoned-time.ts";
import type { Mail, MailPicture } from "#lib/mail/mail.ts";
import { factTable, heading, mailPage, paragraph, quoted } from "#lib/mail/mail-page.ts";
import { reasonsInWords } from "./reasons-in-words.ts";

type Fact = [label: string, value: string];

/** What the team gets for a lead. */
export function leadNotice(
  lead: LeadRecord,
  teamTimeZone: string,
  picture?: MailPicture,
): Pick<Mail, "subject" | "replyTo" | "headers" | "text" | "html" | "picture"> {
  const { ref, form, fields } = lead;
  const title = lead.amends ? fill(notice.amendment, { ref: lead.amends }) : `${notice[form]} ${ref}`;
  const facts = leadFacts(lead, teamTimeZone);
  const origin = originFacts(lead);
  const message = normaliseText(fields.message);
  const doubt = doubtOf(lead);
  const toDo = form === "newsletter" || form === "reply" ? [notice.toDo[form]] : [];
  return {
    subject: subjectOf(lead),
    replyTo: { name: fields.name, address: fields.email },
    // Nobody's out-of-office note may go to the client. Not Auto-Submitted (RFC 3834): it speaks for a person who waits
    // for an answer, and ticket systems leave such mail lying.
    headers: { "X-Lead-Ref": ref, "X-Auto-Response-Suppress": "OOF, AutoReply" },
    text: [
      title,
      ...doubt,
      lines(facts),
      ...toDo,
      notice.answer,
      ...(message ? [`${notice.message}:`, message] : []),
      ...(origin.length > 0 ? [`${notice.origin}:`, lines(origin)] : []),
    ].join("\n\n"),
    html: mailPage({
      lang: "en",
      title,
      blocks: [
        ...doubt.flatMap((text) => text.split("\n")).map((line) => paragraph(line)),
        factTable(facts),
        ...(message ? [heading(notice.message), quoted(message)] : []),
        ...(origin.length > 0 ? [heading(notice.origin), factTable(origin)] : []),
      ],
      footer: [...toDo, notice.answer],
      picture,
    }),
    picture,
  };
}

/** Why it may be none of a person's, and what to do about it; nothing once somebody has decided. */
function doubtOf({ ref, status, spam }: LeadRecord): string[] {
  if (status !== "quarantined") return [];
  return [fill(notice.why, { reasons: reasonsInWords(spam) }), fill(notice.undecided, { ref })];
}

function lines(facts: Fact[]): string {
  return facts.map(([label, value]) => `${label}: ${value}`).join("\n");
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
    default:
      return fill(notice.messageFrom, { name: fields.name });
  }
}

function leadFacts(lead: LeadRecord, teamTimeZone: string): Fact[] {
  const { ref, locale, page, receivedAt, fields } = lead;
  const { labels } = notice;
  const facts: [string, string | undefined][] = [
    [labels.reference, ref],
    ...asked.map((name): [string, string | undefined] => [labels[name], said(name, lead)]),
    [labels.language, new Intl.DisplayNames("en", { type: "language" }).of(locale)],
    [labels.page, page],
    [labels.received, minuteAndPlace(teamTimeZone, receivedAt)],
    [
      labels.theirTime,
      fields.zone && fields.zone !== teamTimeZone ? minuteAndPlace(fields.zone, receivedAt) : undefined,
    ],
  ];
  return facts.flatMap(([label, value]): Fact[] => (value ? [[label, normaliseLine(value)]] : []));
}

/** The message has a place of its own. */
const asked = leadFieldNames.filter((name) => name !== "message");

function said(
  name: (typeof asked)[number],
  { form, locale, fields, phoneE164, titles }: LeadRecord,
): string | undefined {
  const value = fields[name];
  switch (name) {
    case "country":
      return value && countryName(value, "en");
    case "phone":
      return phoneE164 && phoneE164 !== value ? `${value} (${phoneE164})` : value;
    case "article":
      return value && [titles?.en, paths.article(locale, value)].filter(Boolean).join(", ");
    case "service":
      return form === "inquiry" ? titles?.en : undefined;
    default:
      return value;
  }
}

function originFacts({ attribution }: LeadRecord): Fact[] {
  const labels: Record<string, string> = notice.originLabels;
  return Object.entries(attributionFacts(attribution)).map(([name, value]) => [labels[name] ?? name, value]);
}
