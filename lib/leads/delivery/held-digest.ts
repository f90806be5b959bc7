import { digest } from "#content/en/mail.ts";
import { countryName } from "#lib/i18n/country-name.ts";
import { fill } from "#lib/i18n/fill.ts";
import { normaliseLine } from "#lib/leads/form/normalise.ts";
import { couldBePerson } from "#lib/leads/spam/spam-score.ts";
import type { LeadRecord } from "#lib/leads/store/lead-record.ts";
import { minuteAndPlace } from "#lib/leads/zoned-time.ts";
import { reasonsInWords } from "./reasons-in-words.ts";
import { siteMail } from "./site-mail.ts";

/** The first lines of a message. */
const longestOpening = 240;

/**
 * What the team reads of leads that are held: enough of each to know a real one by. Made when it is sent, so that what
 * was released or erased since is not in it, and nothing of it is kept.
 */
export function heldDigest(
  held: LeadRecord[],
  /** How many more are held. */
  others: number,
  zone: string,
) {
  const { people = [], programs = [] } = Object.groupBy(held, ({ spam }) =>
    couldBePerson(spam) ? "people" : "programs",
  );
  return siteMail({
    subject: fill(digest.subject, { count: held.length + others }),
    text: [
      digest.intro,
      ...people.map((lead) => entry(lead, zone)),
      ...(programs.length > 0 ? [fill(digest.programs, { count: programs.length })] : []),
      ...programs.map((lead) => entry(lead, zone)),
      ...(others > 0 ? [fill(digest.others, { count: others })] : []),
      digest.decide,
    ].join("\n\n"),
  });
}

function entry({ ref, form, fields, titles, receivedAt, spam }: LeadRecord, zone: string): string {
  const country = fields.country && countryName(fields.country, "en");
  const opening = normaliseLine(fields.message);
  return [
    `${ref}: ${[fields.name, fields.email, fields.company, country].filter(Boolean).join(", ")}`,
    `${[form, titles?.en].filter(Boolean).join(", ")}, ${minuteAndPlace(zone, receivedAt)}`,
    ...(opening ? [opening.length > longestOpening ? `${opening.slice(0, longestOpening).trimEnd()} …` : opening] : []),
    fill(digest.score, { score: spam.score, reasons: reasonsInWords(spam) }),
  ].join("\n");
}
