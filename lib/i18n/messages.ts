import { messages as en, type Messages } from "#content/en/messages.ts";
import { messages as es } from "#content/es/messages.ts";
import type { Locale } from "./locales.ts";

const byLocale: Record<Locale, Messages> = { en, es };

export function getMessages(locale: Locale): Messages {
  return byLocale[locale];
}
