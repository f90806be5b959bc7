import { getServices } from "#lib/content/kinds/service.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";

/** What an inquiry may name, ready for a select: every service, and the answers of those who cannot choose one. */
export function serviceOptions(locale: Locale): { value: string; label: string }[] {
  const services = getServices(locale).map(({ slug, title }) => ({ value: slug, label: title }));
  const undecided = Object.entries(getMessages(locale).form.undecided).map(([value, label]) => ({ value, label }));
  return [...services, ...undecided];
}
