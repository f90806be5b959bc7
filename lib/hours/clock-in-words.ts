import type { Messages } from "#content/en/messages.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatDuration } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { zoneOffsetMinutes } from "./zone-offset.ts";

/** Beside New York's, which buyers know: how far a clock is ahead of UTC says little to them. */
export function clockInWords(timeZone: string, year: number, locale: Locale, text: Messages["clock"]): string {
  const inWords = (minutes = 0) => {
    if (minutes === 0) return text.same;
    return fill(minutes > 0 ? text.ahead : text.behind, { difference: formatDuration(Math.abs(minutes), locale) });
  };
  const [january, july] = [0, 6].map((month) => aheadOfNewYork(timeZone, new Date(Date.UTC(year, month, 15, 12))));
  if (january === july) return fill(text.steady, { clock: inWords(january) });
  return fill(text.changing, { january: inWords(january), july: inWords(july) });
}

/** In minutes. */
function aheadOfNewYork(timeZone: string, instant: Date): number {
  return zoneOffsetMinutes(timeZone, instant) - zoneOffsetMinutes("America/New_York", instant);
}
