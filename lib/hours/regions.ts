import type { Locale } from "#lib/i18n/locales.ts";

export type Region = {
  /** As the post writes it. */
  code: string;
  country: "CA" | "US";
  /** Of most people who live there. */
  timeZone: string;
  name: Record<Locale, string>;
  /** Some of it keeps another clock. */
  isSplit: boolean;
};

const split = true;

/** The provinces of Canada and the states of the United States. */
export const regions: Region[] = [
  region("CA", "ON", "America/Toronto", "Ontario", "Ontario", split),
  region("CA", "QC", "America/Toronto", "Quebec", "Quebec", split),
  region("CA", "BC", "America/Vancouver", "British Columbia", "Columbia Británica", split),
  region("CA", "AB", "America/Edmonton", "Alberta"),
  region("CA", "SK", "America/Regina", "Saskatchewan", "Saskatchewan", split),
  region("CA", "MB", "America/Winnipeg", "Manitoba"),
  region("CA", "NB", "America/Moncton", "New Brunswick", "Nuevo Brunswick"),
  region("CA", "NS", "America/Halifax", "Nova Scotia", "Nueva Escocia"),
  region("CA", "PE", "America/Halifax", "Prince Edward Island", "Isla del Príncipe Eduardo"),
  region("CA", "NL", "America/St_Johns", "Newfoundland and Labrador", "Terranova y Labrador", split),
  region("CA", "YT", "America/Whitehorse", "Yukon", "Yukón"),
  region("CA", "NT", "America/Yellowknife", "Northwest Territories", "Territorios del Noroeste"),
  region("CA", "NU", "America/Iqaluit", "Nunavut", "Nunavut", split),

  region("US", "AL", "America/Chicago", "Alabama"),
  region("US", "AK", "America/Anchorage", "Alaska", "Alaska", split),
  region("US", "AZ", "America/Phoenix", "Arizona", "Arizona", split),
  region("US", "AR", "America/Chicago", "Arkansas"),
  region("US", "CA", "America/Los_Angeles", "California"),
  region("US", "CO", "America/Denver", "Colorado"),
  region("US", "CT", "America/New_York", "Connecticut"),
  region("US", "DE", "America/New_York", "Delaware"),
  region("US", "DC", "America/New_York", "District of Columbia", "Distrito de Columbia"),
  region("US", "FL", "America/New_York", "Florida", "Florida", split),
  region("US", "GA", "America/New_York", "Georgia"),
  region("US", "HI", "Pacific/Honolulu", "Hawaii", "Hawái"),
  region("US", "ID", "America/Boise", "Idaho", "Idaho", split),
  region("US", "IL", "America/Chicago", "Illinois"),
  region("US", "IN", "America/Indiana/Indianapolis", "Indiana", "Indiana", split),
  region("US", "IA", "America/Chicago", "Iowa"),
  region("US", "KS", "America/Chicago", "Kansas", "Kansas", split),
  region("US", "KY", "America/Kentucky/Louisville", "Kentucky", "Kentucky", split),
  region("US", "LA", "America/Chicago", "Louisiana", "Luisiana"),
  region("US", "ME", "America/New_York", "Maine"),
  region("US", "MD", "America/New_York", "Maryland"),
  region("US", "MA", "America/New_York", "Massachusetts"),
  region("US", "MI", "America/Detroit", "Michigan", "Míchigan", split),
  region("US", "MN", "America/Chicago", "Minnesota"),
  region("US", "MS", "America/Chicago", "Mississippi", "Misisipi"),
  region("US", "MO", "America/Chicago", "Missouri", "Misuri"),
  region("US", "MT", "America/Denver", "Montana"),
  region("US", "NE", "America/Chicago", "Nebraska", "Nebraska", split),
  region("US", "NV", "America/Los_Angeles", "Nevada", "Nevada", split),
  region("US", "NH", "America/New_York", "New Hampshire", "Nuevo Hampshire"),
  region("US", "NJ", "America/New_York", "New Jersey", "Nueva Jersey"),
  region("US", "NM", "America/Denver", "New Mexico", "Nuevo México"),
  region("US", "NY", "America/New_York", "New York State", "Estado de Nueva York"),
  region("US", "NC", "America/New_York", "North Carolina", "Carolina del Norte"),
  region("US", "ND", "America/Chicago", "North Dakota", "Dakota del Norte", split),
  region("US", "OH", "America/New_York", "Ohio"),
  region("US", "OK", "America/Chicago", "Oklahoma"),
  region("US", "OR", "America/Los_Angeles", "Oregon", "Oregón", split),
  region("US", "PA", "America/New_York", "Pennsylvania", "Pensilvania"),
  region("US", "RI", "America/New_York", "Rhode Island"),
  region("US", "SC", "America/New_York", "South Carolina", "Carolina del Sur"),
  region("US", "SD", "America/Chicago", "South Dakota", "Dakota del Sur", split),
  region("US", "TN", "America/Chicago", "Tennessee", "Tennessee", split),
  region("US", "TX", "America/Chicago", "Texas", "Texas", split),
  region("US", "UT", "America/Denver", "Utah"),
  region("US", "VT", "America/New_York", "Vermont"),
  region("US", "VA", "America/New_York", "Virginia"),
  region("US", "WA", "America/Los_Angeles", "Washington State", "Estado de Washington"),
  region("US", "WV", "America/New_York", "West Virginia", "Virginia Occidental"),
  region("US", "WI", "America/Chicago", "Wisconsin"),
  region("US", "WY", "America/Denver", "Wyoming"),
];

function region(
  country: Region["country"],
  code: string,
  timeZone: string,
  en: string,
  es = en,
  isSplit = false,
): Region {
  return { code, country, timeZone, name: { en, es }, isSplit };
}
