import { formatOffset } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { editDistance } from "#lib/letters/edit-distance.ts";
import { plainLetters } from "#lib/letters/plain-letters.ts";
import { cities } from "./cities.ts";
import { furtherCities } from "./further-cities.ts";
import { presentZone } from "./is-time-zone.ts";
import { knownZones } from "./known-zones.ts";
import { regions } from "./regions.ts";
import { zoneAtOffset, zoneOffsetMinutes } from "./zone-offset.ts";

/** `key` stands in addresses: typed again, it finds the same place. `isSplit`: some of it keeps another clock. */
export type Place = { key: string; timeZone: string; label: string; isSplit?: boolean };

type FoundZone = ({ ok: true } & Place) | { ok: false; reason: "empty" | "unknown"; suggestions: Place[] };

const longest = 100;

/**
 * The place a visitor means by a city of ours in either language or its short form, a larger city, a state or a province of
 * Canada or the United States, an IANA zone or its city, the name of a North American clock, or an offset such as `UTC+5:30`.
 */
export function findZone(typed: string, locale: Locale): FoundZone {
  if (typed.trim() === "") return { ok: false, reason: "empty", suggestions: [] };
  if (typed.length > longest) return { ok: false, reason: "unknown", suggestions: [] };

  const name = fold(typed);
  const found =
    fixedPlace(typed) ??
    placesByName().get(name) ??
    placesByName().get(name.replace(countryAtEnd, "")) ??
    aliasedPlace(typed);
  if (found) return { ok: true, ...labelled(found, locale) };

  const suggestions = similarPlaces(typed).map((place) => labelled(place, locale));
  return { ok: false, reason: "unknown", suggestions };
}

const countryAtEnd = / (canada|usa|us|eeuu|united states|estados unidos)$/;

type NamedPlace = Omit<Place, "label"> & { name: string | Record<Locale, string> };

function labelled({ name, ...place }: NamedPlace, locale: Locale): Place {
  return { ...place, label: typeof name === "string" ? name : name[locale] };
}

function fixedPlace(typed: string): NamedPlace | undefined {
  const written = typed.trim().replace(/[−–]/, "-");
  if (/^(utc|gmt)$/i.test(written)) return placeAtOffset(0);

  const [, sign, hours, minutes] = offsetForm.exec(written) ?? [];
  if (!hours) return;
  return placeAtOffset((sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0)));
}

// A mere "5" is no offset, but "UTC 5" is: a plus sign in an address is read as a space.
const offsetForm = /^(?=\D)(?:utc|gmt)? ?([+-]?) ?(\d{1,2})(?::?([0-5]\d))?$/i;

/** Undefined for an offset that no place on earth has ever kept. */
function placeAtOffset(offset: number): NamedPlace | undefined {
  if (offset % 15 !== 0 || offset < -12 * 60 || offset > 14 * 60) return;
  if (offset === 0) return { key: "UTC", timeZone: "UTC", name: "UTC" };
  const name = formatOffset(offset);
  return { key: name.replace("−", "-"), timeZone: zoneAtOffset(offset), name };
}

let namedPlaces: Map<string, NamedPlace> | undefined;

/** Every name we understand, folded. The first place of a name keeps it: London is not the one in Ontario. */
function placesByName() {
  if (namedPlaces) return namedPlaces;

  const places = new Map<string, NamedPlace>();
  const add = (name: string, place: NamedPlace) => {
    if (!places.has(fold(name))) places.set(fold(name), place);
  };
  const further = Object.entries(furtherCities).flatMap(([timeZone, names]) =>
    names.map((name) => ({ key: keyOf(name), timeZone, name })),
  );

  for (const { slug, timeZone, name, region, short } of cities) {
    const place = { key: slug, timeZone, name };
    for (const each of [slug, ...Object.values(name), ...short]) add(each, place);
    for (const each of new Set(Object.values(name))) {
      for (const there of namesOf(region)) add(`${each} ${there}`, place);
    }
  }
  for (const place of further) {
    const [city = "", code] = place.name.split(", ");
    for (const there of namesOf(code)) add(`${city} ${there}`, place);
  }
  for (const { code, timeZone, name, isSplit } of regions) {
    const place = { key: keyOf(name.en), timeZone, name, ...(isSplit && { isSplit }) };
    for (const each of namesOf(code)) add(each, place);
  }
  for (const { timeZone, formerName } of knownZones()) {
    const city = places.get(fold(cityOf(timeZone)));
    const place = city?.timeZone === timeZone ? city : { key: timeZone, timeZone, name: cityOf(timeZone) };
    for (const each of [timeZone, formerName ?? timeZone]) {
      add(each, place);
      add(cityOf(each), place);
    }
  }
  for (const place of further) add(place.name.replace(/,.*/, ""), place);

  namedPlaces = places;
  return places;
}

/** What a state or a province is called: by its code and in each language, with and without what tells it from its city. */
function namesOf(code: string | undefined): string[] {
  const region = regions.find((each) => each.code === code);
  if (!region) return [];
  const names = Object.values(region.name);
  return [region.code, ...names, ...names.map((name) => name.replace(/ State$|^Estado de /, ""))];
}

function keyOf(name: string): string {
  return fold(name).replaceAll(" ", "-");
}

function cityOf(timeZone: string) {
  return timeZone.replace(/.*\//, "").replaceAll("_", " ");
}

/** São Paulo, sao-paulo and SAO_PAULO are one name, and so are Saint Louis and St. Louis. */
function fold(name: string) {
  return plainLetters(name)
    .replaceAll(/[.'’]/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\bsaint\b/, "st")
    .trim();
}

/** Other names of zones that the engine takes but does not list, such as US/Eastern and Canada/Pacific. */
function aliasedPlace(typed: string): NamedPlace | undefined {
  const name = typed.trim().replaceAll(" ", "_");
  if (!areas.test(name)) return;

  const timeZone = presentZone(name);
  if (!timeZone) return;
  // The sign of Etc/GMT+5 is the wrong way round: it is UTC−5.
  if (/^etc\//i.test(name)) return placeAtOffset(zoneOffsetMinutes(timeZone, new Date(0)));
  return placesByName().get(fold(timeZone)) ?? { key: timeZone, timeZone, name: cityOf(timeZone) };
}

// Names without an area are left out: engines take AST for Alaska and BST for Bangladesh.
const areas =
  /^(africa|america|antarctica|arctic|asia|atlantic|australia|brazil|canada|chile|etc|europe|indian|mexico|pacific|us)\//i;

const mostMistakes = 2;

function similarPlaces(typed: string): NamedPlace[] {
  const wanted = fold(typed);
  const beforeComma = placesByName().get(fold(typed.replace(/,.*/, "")));
  const similar = [...placesByName()]
    .filter(([name]) => Math.abs(name.length - wanted.length) <= mostMistakes)
    .map(([name, place]) => ({ place, distance: editDistance(wanted, name), length: name.length }))
    .filter(({ distance, length }) => distance <= mostMistakes && distance < length / 3)
    .sort((a, b) => a.distance - b.distance)
    .map(({ place }) => place);

  const places = beforeComma ? [beforeComma, ...similar] : similar;
  return [...new Map(places.map((place) => [place.key, place])).values()].slice(0, 3);
}
