import { digest } from "#content/en/mail.ts";
import { countryName } from "#lib/i18n/country-name.ts";
import { fill } from "#lib/i18n/fill.ts";
import { minuteOf } from "./iso-time.ts";
import type { LeadRecord } from "./lead-record.ts";
import { siteMail } from "./site-mail.ts";
import { listUpTo } from "./spam-score.ts";

// What a person looks through. Of a flood, the rest is counted.
const mostListed = 50;

/**
 * What the team reads of leads that are held: enough of each to know a real one by. Made when it is sent, so that what
 * was released or erased since is not in it, and nothing of it is kept.
 */
export function heldDigest(held: LeadRecord[]) {
  const listed = held.filter(({ spam }) => spam.score <= listUpTo).slice(0, mostListed);
  const counted = held.length - listed.length;
  const rest = counted > 0 ? [fill(digest.rest, { count: counted })] : [];
  return siteMail({
    subject: fill(digest.subject, { count: held.length }),
    text: [digest.intro, ...listed.map(entry), ...rest, digest.release].join("\n\n"),
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
