import { countries } from "#lib/i18n/countries.ts";
import { countryName } from "#lib/i18n/country-name.ts";
import type { Locale } from "#lib/i18n/locales.ts";

// Where the company's clients are: at the head of the list, before the alphabet.
const first = ["US", "CA"];

/** Every country with its name in the reader's language, ready for a select. */
export function countryOptions(locale: Locale): { value: string; label: string }[] {
  const collator = new Intl.Collator(locale);
  const options = countries.map((value) => ({ value, label: countryName(value, locale) }));
  const rank = ({ value }: { value: string }) => (first.includes(value) ? first.indexOf(value) : first.length);
  return options.sort((a, b) => rank(a) - rank(b) || collator.compare(a.label, b.label));
}
