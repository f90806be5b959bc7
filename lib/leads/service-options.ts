import { getServices } from "#lib/content/kinds/service.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";

/** What an inquiry may name, ready for a select: every service, and the answers of those who cannot choose one. */
export function serviceOptions(locale: Locale, root?: string): { value: string; label: string }[] {
  const services = getServices(locale, root).map(({ slug, title }) => ({ value: slug, label: title }));
  const undecided = Object.entries(getMessages(locale).form.undecided).map(([value, label]) => ({ value, label }));
  return [...services, ...undecided];
}

/** What a form of any language offers: a service may be in one alone. */
export function serviceValues(root?: string): string[] {
  return [...new Set(locales.flatMap((locale) => serviceOptions(locale, root).map(({ value }) => value)))];
}

/** In that language, else in one that has the service; what no page has any more is told as it was sent. */
export function serviceTitle(value: string, locale: Locale, root?: string): string {
  const options = [locale, ...locales].flatMap((each) => serviceOptions(each, root));
  return options.find((option) => option.value === value)?.label ?? value;
}
