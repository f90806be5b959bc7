import type { Messages } from "#content/en/messages.ts";
import type { Place } from "#lib/hours/find-zone.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

type PlaceSuggestionsProps = { locale: Locale; text: Messages["hours"]; places: Place[] };

export function PlaceSuggestions({ locale, text, places }: PlaceSuggestionsProps) {
  if (places.length === 0) return null;
  return (
    <div className="mt-6">
      <h2 className="text-base">{text.suggestions}</h2>
      <ul>
        {places.map(({ key, label }) => (
          <li key={key}>
            <a href={paths.hours(locale, key)} className="inline-flex min-h-11 items-center text-link underline">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
