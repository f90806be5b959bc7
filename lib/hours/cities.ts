import type { Locale } from "#lib/i18n/locales.ts";

export type City = {
  slug: string;
  timeZone: string;
  name: Record<Locale, string>;
  /** The code of its state or province: a city that has one has a page. */
  region: string | undefined;
  /** What else people type for it, and the names of its clock. */
  short: string[];
};

/** The offices to choose from: Canada, the United States, others, Colombia. */
export const cities: City[] = [
  city("toronto", "ON", "America/Toronto", "Toronto"),
  city("ottawa", "ON", "America/Toronto", "Ottawa"),
  city("mississauga", "ON", "America/Toronto", "Mississauga"),
  city("hamilton", "ON", "America/Toronto", "Hamilton"),
  city("waterloo", "ON", "America/Toronto", "Waterloo"),
  city("montreal", "QC", "America/Toronto", "Montreal"),
  city("quebec-city", "QC", "America/Toronto", "Quebec City", "Ciudad de Quebec"),
  city("vancouver", "BC", "America/Vancouver", "Vancouver"),
  city("victoria", "BC", "America/Vancouver", "Victoria"),
  city("calgary", "AB", "America/Edmonton", "Calgary"),
  city("edmonton", "AB", "America/Edmonton", "Edmonton"),
  city("saskatoon", "SK", "America/Regina", "Saskatoon"),
  city("regina", "SK", "America/Regina", "Regina"),
  city("winnipeg", "MB", "America/Winnipeg", "Winnipeg"),
  city("halifax", "NS", "America/Halifax", "Halifax", "Halifax", clock("Atlantic", "Atlántico", "AST", "ADT", "AT")),
  city(
    "st-johns",
    "NL",
    "America/St_Johns",
    "St. John’s",
    "San Juan de Terranova",
    clock("Newfoundland", "Terranova", "NST", "NDT", "NT"),
  ),

  city("new-york", "NY", "America/New_York", "New York", "Nueva York", [
    "New York City",
    "NYC",
    ...clock("Eastern", "Este", "EST", "EDT", "ET"),
  ]),
  city("boston", "MA", "America/New_York", "Boston"),
  city("philadelphia", "PA", "America/New_York", "Philadelphia", "Filadelfia"),
  city("pittsburgh", "PA", "America/New_York", "Pittsburgh"),
  city("washington", "DC", "America/New_York", "Washington", "Washington", ["DC"]),
  city("baltimore", "MD", "America/New_York", "Baltimore"),
  city("charlotte", "NC", "America/New_York", "Charlotte"),
  city("raleigh", "NC", "America/New_York", "Raleigh"),
  city("atlanta", "GA", "America/New_York", "Atlanta"),
  city("miami", "FL", "America/New_York", "Miami"),
  city("orlando", "FL", "America/New_York", "Orlando"),
  city("tampa", "FL", "America/New_York", "Tampa"),
  city("jacksonville", "FL", "America/New_York", "Jacksonville"),
  city("columbus", "OH", "America/New_York", "Columbus"),
  city("cleveland", "OH", "America/New_York", "Cleveland"),
  city("cincinnati", "OH", "America/New_York", "Cincinnati"),
  city("detroit", "MI", "America/Detroit", "Detroit"),
  city("indianapolis", "IN", "America/Indiana/Indianapolis", "Indianapolis", "Indianápolis"),
  city("louisville", "KY", "America/Kentucky/Louisville", "Louisville"),
  city("chicago", "IL", "America/Chicago", "Chicago", "Chicago", [
    ...clock("Central", "Centro", "CST", "CDT", "CT"),
    "Hora Central",
  ]),
  city("milwaukee", "WI", "America/Chicago", "Milwaukee"),
  city("minneapolis", "MN", "America/Chicago", "Minneapolis", "Mineápolis"),
  city("st-louis", "MO", "America/Chicago", "St. Louis", "San Luis"),
  city("kansas-city", "MO", "America/Chicago", "Kansas City"),
  city("omaha", "NE", "America/Chicago", "Omaha"),
  city("oklahoma-city", "OK", "America/Chicago", "Oklahoma City"),
  city("nashville", "TN", "America/Chicago", "Nashville"),
  city("memphis", "TN", "America/Chicago", "Memphis"),
  city("new-orleans", "LA", "America/Chicago", "New Orleans", "Nueva Orleans"),
  city("dallas", "TX", "America/Chicago", "Dallas"),
  city("houston", "TX", "America/Chicago", "Houston"),
  city("austin", "TX", "America/Chicago", "Austin"),
  city("san-antonio", "TX", "America/Chicago", "San Antonio"),
  city("denver", "CO", "America/Denver", "Denver", "Denver", clock("Mountain", "Montaña", "MST", "MDT", "MT")),
  city("salt-lake-city", "UT", "America/Denver", "Salt Lake City"),
  city("albuquerque", "NM", "America/Denver", "Albuquerque"),
  city("el-paso", "TX", "America/Denver", "El Paso"),
  city("boise", "ID", "America/Boise", "Boise"),
  city("phoenix", "AZ", "America/Phoenix", "Phoenix"),
  city("los-angeles", "CA", "America/Los_Angeles", "Los Angeles", "Los Ángeles", [
    "LA",
    ...clock("Pacific", "Pacífico", "PST", "PDT", "PT"),
  ]),
  city("san-francisco", "CA", "America/Los_Angeles", "San Francisco", "San Francisco", ["SF"]),
  city("san-diego", "CA", "America/Los_Angeles", "San Diego"),
  city("san-jose", "CA", "America/Los_Angeles", "San Jose", "San José"),
  city("sacramento", "CA", "America/Los_Angeles", "Sacramento"),
  city("portland", "OR", "America/Los_Angeles", "Portland"),
  city("las-vegas", "NV", "America/Los_Angeles", "Las Vegas"),
  city("seattle", "WA", "America/Los_Angeles", "Seattle"),
  city("anchorage", "AK", "America/Anchorage", "Anchorage", "Anchorage", clock("Alaska", "Alaska", "AKST", "AKDT")),
  city("honolulu", "HI", "Pacific/Honolulu", "Honolulu", "Honolulu", clock("Hawaii", "Hawái", "HST")),

  city("mexico-city", undefined, "America/Mexico_City", "Mexico City", "Ciudad de México", ["CDMX"]),
  city("london", undefined, "Europe/London", "London", "Londres", ["London UK", "BST"]),
  city("madrid", undefined, "Europe/Madrid", "Madrid", "Madrid", ["CET", "CEST"]),
  city("bogota", undefined, "America/Bogota", "Bogotá", "Bogotá", ["COT"]),
  city("medellin", undefined, "America/Bogota", "Medellín"),
  city("cali", undefined, "America/Bogota", "Cali"),
  city("barranquilla", undefined, "America/Bogota", "Barranquilla"),
  city("bucaramanga", undefined, "America/Bogota", "Bucaramanga"),
];

function city(
  slug: string,
  region: string | undefined,
  timeZone: string,
  en: string,
  es = en,
  short: string[] = [],
): City {
  return { slug, timeZone, name: { en, es }, region, short };
}

/** What a clock of North America is called, in English and in Spanish. */
function clock(en: string, es: string, ...abbreviations: string[]): string[] {
  const standing = ["Time", "Standard Time", "Daylight Time"].map((time) => `${en} ${time}`);
  const hour = ["Hora del", "Hora de la", "Hora de", "Hora"].map((hora) => `${hora} ${es}`);
  return [...abbreviations, en, ...standing, es, ...hour];
}
