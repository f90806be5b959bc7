import { notice, callNotice as text } from "#content/en/mail.ts";
import { calendarFile } from "#lib/calendar/calendar-file.ts";
import { calendarText } from "#lib/calendar/calendar-text.ts";
import { callMinutes } from "#lib/hours/call-slots.ts";
import { fill } from "#lib/i18n/fill.ts";
import { callAsked } from "#lib/leads/call-asked.ts";
import { normaliseLine } from "#lib/leads/form/normalise.ts";
import type { LeadRecord } from "#lib/leads/store/lead-record.ts";
import { minuteAndPlace } from "#lib/leads/zoned-time.ts";
import { buttons, factTable, link, mailPage, paragraph } from "#lib/mail/mail-page.ts";
import { answerNote } from "./answer-note.ts";
import { decisionLinks, linkLines } from "./decision-links.ts";

type CallDesk = {
  mail: Parameters<typeof decisionLinks>[0] & { queued_at: string; safe_form: number };
  siteUrl: string;
};

/** What the team gets, in the thread of the notice, when a visitor asks for a call: when, by both clocks, and a file for a calendar. */
export function callNotice(lead: LeadRecord, { mail, siteUrl }: CallDesk) {
  const { ref, fields, call, phoneE164 } = lead;
  if (!call) throw new Error(`${ref} asks for no call`);
  const here = minuteAndPlace("America/Bogota", call.at);
  const title = `[${ref}] ${callAsked(call)}`;
  const phone = phoneE164 ?? fields.phone;
  const facts = [
    [text.labels.here, here],
    [text.labels.there, call.zone ? minuteAndPlace(call.zone, call.at) : text.unknown],
    [notice.labels.name, fields.name],
    [notice.labels.company, fields.company],
    [notice.labels.phone, phone],
    [notice.labels.email, fields.email],
  ].flatMap(([label = "", value]): [string, string][] => (value ? [[label, normaliseLine(value)]] : []));
  const changed = call.asked > 1 ? [text.changed] : [];
  if (call.at <= mail.queued_at) changed.push(text.over);
  const isSafe = mail.safe_form === 1;
  const answer = answerNote(fields.email, isSafe);
  const links = decisionLinks(mail, ref, ["mine", "answered"], siteUrl);
  return {
    subject: title,
    replyTo: { name: fields.name, address: fields.email },
    headers: { "X-Lead-Ref": ref, "X-Auto-Response-Suppress": "OOF, AutoReply" },
    text: [
      facts.map((fact) => fact.join(": ")).join("\n"),
      ...changed,
      text.unbooked,
      answer,
      linkLines(links),
      ...(isSafe ? [] : [text.attachment]),
    ].join("\n\n"),
    html: mailPage({
      lang: "en",
      title,
      opening: here,
      blocks: [
        factTable(
          facts.map(([label, value]) => [
            label,
            label === notice.labels.phone && phoneE164 ? link(`tel:${phoneE164}`, value) : value,
          ]),
        ),
        ...[...changed, text.unbooked, answer].map((each) => paragraph(each)),
        buttons(links),
      ],
      footer: [text.attachment],
    }),
    attachment: {
      filename: `${ref}-call.ics`,
      type: "text/calendar" as const,
      text: calendarOf(lead, { at: call.at, asked: call.asked, facts, queued: mail.queued_at, siteUrl }),
    },
  };
}

type Event = { at: string; asked: number; facts: [string, string][]; queued: string; siteUrl: string };

/**
 * Without METHOD, with which RFC 5545 (3.7.2) lets nobody take it for an invitation: a program shows an event that its owner may keep, and no
 * “Accept”, which would tell the visitor that the time is theirs. Another time under the same name takes the place of the one before.
 */
function calendarOf({ ref, fields }: LeadRecord, { at, asked, facts, queued, siteUrl }: Event): string {
  const { hostname } = new URL(siteUrl);
  const who = normaliseLine([fields.name, fields.company].filter(Boolean).join(", "));
  const end = new Date(Date.parse(at) + callMinutes * 60_000).toISOString();
  const said = [...facts.map((fact) => fact.join(": ")), text.unbooked].join("\n");
  return calendarFile([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${hostname}//Calls//EN`,
    "BEGIN:VEVENT",
    `UID:call-${ref}@${hostname}`,
    `DTSTAMP:${plain(queued)}`,
    `SEQUENCE:${asked - 1}`,
    // In UTC: no rules of a zone, which programs have in many versions.
    `DTSTART:${plain(at)}`,
    `DTEND:${plain(end)}`,
    `SUMMARY:${calendarText(fill(text.event, { who, ref }))}`,
    `DESCRIPTION:${calendarText(said)}`,
    "STATUS:TENTATIVE",
    // It keeps nobody from being booked before somebody confirms it.
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
  ]);
}

/** `20261201T150000Z`. */
function plain(time: string): string {
  return `${time.slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}
