import { digest } from "#content/en/mail.ts";
import { countryName } from "#lib/i18n/country-name.ts";
import { fill } from "#lib/i18n/fill.ts";
import { minuteOf } from "#lib/leads/iso-time.ts";
import { couldBePerson } from "#lib/leads/spam/spam-score.ts";
import type { LeadRecord } from "#lib/leads/store/lead-record.ts";
import { siteMail } from "./site-mail.ts";

/**
 * What the team reads of leads that are held: enough of each to know a real one by. Made when it is sent, so that what
 * was released or erased since is not in it, and nothing of it is kept.
 */
export function heldDigest(
  held: LeadRecord[],
  /** How many more the next mails will name. */
  waiting: number,
) {
  const named = held.filter(({ spam }) => couldBePerson(spam));
  const counted = held.length - named.length;
  return siteMail({
    subject: fill(digest.subject, { count: held.length + waiting }),
    text: [
      digest.intro,
      ...named.map(entry),
      ...(waiting > 0 ? [fill(digest.waiting, { count: waiting })] : []),
      ...(counted > 0 ? [fill(digest.rest, { count: counted })] : []),
      digest.release,
    ].join("\n\n"),
  });
}

function entry({ ref, form, fields, receivedAt, spam }: LeadRecord): string {
  const country = fields.country && countryName(fields.country, "en");
  return [
    `${ref}: ${[fields.name || fields.email, fields.company, country].filter(Boolean).join(", ")}`,
    `${form}, ${minuteOf(receivedAt)} UTC`,
    fill(digest.score, { score: spam.score, reasons: spam.reasons.map((reason) => digest.reasons[reason]).join("; ") }),
  ].join("\n");
}
