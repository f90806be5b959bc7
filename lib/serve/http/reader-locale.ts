import type { IncomingMessage } from "node:http";
import type { Locale } from "#lib/i18n/locales.ts";
import { preferredLocale } from "#lib/i18n/preferred-locale.ts";

/** The language that a reader's browser asks for. */
export function readerLocale(request: IncomingMessage): Locale {
  return preferredLocale(request.headers["accept-language"]);
}
