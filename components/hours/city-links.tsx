import type { City } from "#lib/hours/cities.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

/** Leads to the pages of cities, in the order of the alphabet. */
export function CityLinks({ locale, cities }: { locale: Locale; cities: City[] }) {
  const sorted = cities.toSorted((a, b) => a.name[locale].localeCompare(b.name[locale], locale));
  return (
    <ul className="mt-2 columns-2 gap-x-6 cramped:columns-1 sm:columns-3">
      {sorted.map(({ slug, name }) => (
        <li key={slug}>
          <a href={paths.hoursIn(locale, slug)} className="inline-flex min-h-11 items-center text-link underline">
            {name[locale]}
          </a>
        </li>
      ))}
    </ul>
  );
}
