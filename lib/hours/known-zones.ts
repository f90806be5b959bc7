/** Zones by their present names, with the names they had before: what one engine lists, another has renamed. */
export function knownZones(): { timeZone: string; formerName?: string }[] {
  const listed = Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/") && !zone.startsWith("Etc/"));
  const present = new Set(listed.map(presentName));
  for (const timeZone of Object.values(renamed)) present.add(timeZone);

  const former = new Map(Object.entries(renamed).map(([before, now]) => [now, before]));
  return [...present].map((timeZone) => ({ timeZone, formerName: former.get(timeZone) }));
}

function presentName(timeZone: string): string {
  return renamed[timeZone] ?? timeZone;
}

// Where ICU 78 lists an older name than zone.tab of the IANA database 2025b: all nineteen.
const renamed: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};
