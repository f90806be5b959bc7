import { clockNames } from "#lib/hours/clock-names.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { type GreetingWords, greetingSentence } from "./greeting-sentence.ts";

type HoursGreetingProps = {
  locale: Locale;
  sentence: string;
  /** Of the visitor, where the address names it: the page is then made for the request. */
  zone: string | undefined;
};

/** The shared hours by the visitor's own clock. A page that was made before leaves the place for `greetWithHours`. */
export function HoursGreeting({ locale, sentence, zone }: HoursGreetingProps) {
  const words: GreetingWords = { locale, sentence, clocks: clockNames(locale) };
  // It keeps its line, so that nothing moves when it is filled.
  return (
    <p data-hours-greeting={JSON.stringify(words)} className="min-h-12 text-sm text-soft sm:min-h-6">
      {zone && greetingSentence(zone, new Date(), words)}
    </p>
  );
}
