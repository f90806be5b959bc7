import { callSlots } from "#lib/hours/call-slots.ts";
import type { Place } from "#lib/hours/find-zone.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { type CallProof, callLink } from "./call-link.ts";
import { type CallTimes, callTimes } from "./call-times.ts";

type Offer = {
  /** Where a post asks for it. */
  path: string;
  slot: Date;
  times: CallTimes;
};

/** The times that somebody may ask for now, by the clock of a place. */
export function callOffer(
  proof: CallProof,
  { place, isGuess }: { place: Pick<Place, "key" | "timeZone" | "label">; isGuess: boolean },
  locale: Locale,
  now: Date,
): Offer[] {
  const query = new URLSearchParams({ locale, ...(!isGuess && { office: place.key }) });
  return callSlots(place.timeZone, now).map((slot) => ({
    path: `${callLink(proof, slot)}?${query}`,
    slot,
    times: callTimes(slot, place, locale),
  }));
}
