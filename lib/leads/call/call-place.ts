import { findZone, type Place } from "#lib/hours/find-zone.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { LeadRow } from "#lib/leads/store/lead-database.ts";
import { storedLead } from "#lib/leads/store/lead-record.ts";
import { placeOf } from "#lib/leads/zoned-time.ts";

type CallPlace = {
  place: Pick<Place, "key" | "timeZone" | "label">;
  /** Nobody has said that they are there. */
  isGuess: boolean;
};

/** Where most of those work who write to us. */
const guessed = "America/New_York";

/** By whose clock somebody chooses: of the place that they name, or else of the one they asked or wrote from. */
export function callPlace(lead: LeadRow | undefined, locale: Locale, named?: string): CallPlace {
  const found = named === undefined ? undefined : findZone(named, locale);
  if (found?.ok) return { place: found, isGuess: false };
  const { call, fields } = lead ? storedLead(lead) : {};
  const known = call?.zone ?? fields?.zone;
  const timeZone = known ?? guessed;
  const place = findZone(timeZone, locale);
  return {
    place: place.ok ? place : { key: timeZone, timeZone, label: placeOf(timeZone) },
    isGuess: known === undefined,
  };
}
