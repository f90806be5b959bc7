import type { Locale } from "#lib/i18n/locales.ts";

export type City = {
  slug: string;
  timeZone: string;
  name: Record<Locale, string>;
  /** What else people type for it, and the names of its clock. */
  short: string[];
};

/** The offices to choose from: Canada, the United States, others, Colombia. */
export const cities: City[] = [
  city("toronto", "America/Toronto", "Toronto", "Toronto", ["Toronto ON"]),
  city("montreal", "America/Toronto", "Montreal", "Montreal", ["Montreal QC"]),
  city("vancouver", "America/Vancouver", "Vancouver", "Vancouver", ["Vancouver BC"]),
  city("calgary", "America/Edmonton", "Calgary", "Calgary", ["Calgary AB"]),
  city("winnipeg", "America/Winnipeg", "Winnipeg", "Winnipeg", ["Winnipeg MB"]),
  city("halifax", "America/Halifax", "Halifax", "Halifax", ["Halifax NS", "AST", "ADT", "AT"]),
  city("st-johns", "America/St_Johns", "St. John’s", "San Juan de Terranova", ["St. John’s NL", "NST", "NDT", "NT"]),
  city("new-york", "America/New_York", "New York", "Nueva York", [
    "New York NY",
    "New York City",
    "NYC",
    "EST",
    "EDT",
    "ET",
  ]),
  city("boston", "America/New_York", "Boston", "Boston", ["Boston MA"]),
  city("washington", "America/New_York", "Washington", "Washington", ["Washington DC", "DC"]),
  city("miami", "America/New_York", "Miami", "Miami", ["Miami FL"]),
  city("atlanta", "America/New_York", "Atlanta", "Atlanta", ["Atlanta GA"]),
  city("chicago", "America/Chicago", "Chicago", "Chicago", ["Chicago IL", "CST", "CDT", "CT"]),
  city("dallas", "America/Chicago", "Dallas", "Dallas", ["Dallas TX"]),
  city("houston", "America/Chicago", "Houston", "Houston", ["Houston TX"]),
  city("denver", "America/Denver", "Denver", "Denver", ["Denver CO", "MST", "MDT", "MT"]),
  city("phoenix", "America/Phoenix", "Phoenix", "Phoenix", ["Phoenix AZ"]),
  city("los-angeles", "America/Los_Angeles", "Los Angeles", "Los Ángeles", [
    "Los Angeles CA",
    "LA",
    "PST",
    "PDT",
    "PT",
  ]),
  city("san-francisco", "America/Los_Angeles", "San Francisco", "San Francisco", ["San Francisco CA", "SF"]),
  city("seattle", "America/Los_Angeles", "Seattle", "Seattle", ["Seattle WA"]),
  city("anchorage", "America/Anchorage", "Anchorage", "Anchorage", ["Anchorage AK", "AKST", "AKDT"]),
  city("honolulu", "Pacific/Honolulu", "Honolulu", "Honolulu", ["Honolulu HI", "HST"]),
  city("mexico-city", "America/Mexico_City", "Mexico City", "Ciudad de México", ["CDMX"]),
  city("london", "Europe/London", "London", "Londres", ["London UK", "BST"]),
  city("madrid", "Europe/Madrid", "Madrid", "Madrid", ["CET", "CEST"]),
  city("bogota", "America/Bogota", "Bogotá", "Bogotá", ["COT"]),
  city("medellin", "America/Bogota", "Medellín", "Medellín"),
  city("cali", "America/Bogota", "Cali", "Cali"),
  city("barranquilla", "America/Bogota", "Barranquilla", "Barranquilla"),
  city("bucaramanga", "America/Bogota", "Bucaramanga", "Bucaramanga"),
];

function city(slug: string, timeZone: string, en: string, es: string, short: string[] = []): City {
  return { slug, timeZone, name: { en, es }, short };
}
