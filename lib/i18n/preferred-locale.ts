import { match } from "@formatjs/intl-localematcher";
import Negotiator from "negotiator";
import { defaultLocale, isLocale, type Locale, locales } from "./locales.ts";

// Twenty languages are 150 characters, of which a browser sends fewer.
const mostRead = 1_000;

/** The reader's language, from an Accept-Language header; English when it names none of ours or cannot be read. */
export function preferredLocale(acceptLanguage = ""): Locale {
  const asked = new Negotiator({ headers: { "accept-language": acceptLanguage.slice(0, mostRead) } })
    .languages()
    .filter(isTag);
  const best = match(asked, locales, defaultLocale);
  return isLocale(best) ? best : defaultLocale;
}

/** `match` throws at whatever is not a BCP 47 tag, `*` included, and Intl at what only looks like one: en-GB-oed, zh-min-nan. */
function isTag(language: string): boolean {
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language)) return false;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([language]).length > 0;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}
