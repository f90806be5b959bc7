import { clocksAt } from "#lib/hours/home-clocks.ts";
import { internalPaths } from "#lib/i18n/internal-paths.ts";
import { locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { Handler } from "./handler.ts";

/** The home page says what time it is where, by the clocks of today. */
export const showHome: Handler = ({ request, path }, { variant }) => {
  if (!locales.some((locale) => paths.home(locale) === path)) return undefined;
  // A build that is older than a year, or than a change of law, may not have the page of these clocks.
  return variant(internalPaths.homeAt(path, clocksNow()), path, request);
};

let lastMinute = Number.NaN;
let lastClocks = "";

/** They change at a full minute, if at all, and to look costs a quarter of the answer. */
function clocksNow(): string {
  const minute = Math.floor(Date.now() / 60_000);
  if (minute !== lastMinute) lastClocks = clocksAt(new Date(minute * 60_000));
  lastMinute = minute;
  return lastClocks;
}
