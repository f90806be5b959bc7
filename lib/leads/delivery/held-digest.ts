import { h } from "hastscript";
import { digest } from "#content/en/mail.ts";
import { countryName } from "#lib/i18n/country-name.ts";
import { fill } from "#lib/i18n/fill.ts";
import { callAsked } from "#lib/leads/call-asked.ts";
import { heldLink } from "#lib/leads/decide/lead-link.ts";
import { normaliseLine } from "#lib/leads/form/normalise.ts";
import { couldBePerson } from "#lib/leads/spam/spam-score.ts";
import type { LeadRecord } from "#lib/leads/store/lead-record.ts";
import { minuteAndPlace } from "#lib/leads/zoned-time.ts";
import { buttons, link, paragraph, quoted } from "#lib/mail/mail-page.ts";
import { decisionLinks, linkLines } from "./decision-links.ts";
import { reasonsInWords } from "./reasons-in-words.ts";
import { siteMail } from "./site-mail.ts";

/** The first lines of a message. */
const longestOpening = 240;

type DigestMail = Parameters<typeof heldLink>[0] & { kind: string; safe_form: number };

/**
 * What the team reads of leads that are held: enough of each to know a real one by. Made when it is sent, so that what
 * was released or erased since is not in it, and nothing of it is kept.
 */
export function heldDigest(
  held: LeadRecord[],
  /** How many more are held. */
  others: number,
  { mail, zone, siteUrl }: { mail: DigestMail; zone: string; siteUrl: string },
) {
  const { people = [], programs = [] } = Object.groupBy(held, ({ spam }) =>
    couldBePerson(spam) ? "people" : "programs",
  );
  const count = held.length + others;
  const entries: Block[] =
    count === 0
      ? [digest.none]
      : [
          digest.intro,
          ...(mail.safe_form ? [digest.safe] : []),
          ...(mail.link_key ? [digest.page, { url: siteUrl + heldLink(mail) }] : []),
          ...people.flatMap(entryOf),
          ...(programs.length > 0 ? [fill(digest.programs, { count: programs.length })] : []),
          ...programs.flatMap(entryOf),
          ...(others > 0 ? [fill(digest.others, { count: others })] : []),
          digest.decide,
        ];
  const text = entries.map((block) =>
    typeof block === "string" ? block : "url" in block ? block.url : linkLines(block.buttons),
  );
  return siteMail(
    {
      subject: fill(mail.kind === "collected" ? digest.fresh : digest.subject, {
        count,
        named: held.length,
      }),
      text: text.join("\n\n"),
    },
    entries.map((block) =>
      typeof block === "string"
        ? h("div", { style: "margin:0 0 12px" }, quoted(block))
        : "url" in block
          ? paragraph(link(block.url))
          : buttons(block.buttons),
    ),
  );

  function entryOf(lead: LeadRecord): Block[] {
    const list = decisionLinks(mail, lead.ref, ["not-spam", "spam"], siteUrl);
    return [entry(lead, zone, mail), ...(list.length > 0 ? [{ buttons: list }] : [])];
  }
}

type Block = string | { url: string } | { buttons: { label: string; url: string }[] };

function entry(
  { ref, form, fields, titles, receivedAt, spam, call }: LeadRecord,
  zone: string,
  { safe_form }: DigestMail,
): string {
  const country = fields.country && countryName(fields.country, "en");
  const opening = safe_form ? "" : normaliseLine(fields.message);
  return [
    `${ref}: ${[fields.name, fields.email, fields.company, country].filter(Boolean).join(", ")}`,
    `${[form, titles?.en].filter(Boolean).join(", ")}, ${minuteAndPlace(zone, receivedAt)}`,
    ...(call ? [callAsked(call)] : []),
    ...(opening ? [opening.length > longestOpening ? `${opening.slice(0, longestOpening).trimEnd()} …` : opening] : []),
    fill(digest.score, { score: spam.score, reasons: reasonsInWords(spam) }),
  ].join("\n");
}
