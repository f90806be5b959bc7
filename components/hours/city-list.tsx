import { cityPages } from "#lib/hours/city-pages.ts";
import { regions } from "#lib/hours/regions.ts";
import { countryName } from "#lib/i18n/country-name.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { CityLinks } from "./city-links.tsx";

/** Every city with a page, by country. */
export function CityList({ locale }: { locale: Locale }) {
  return (["US", "CA"] as const).map((country) => (
    <div key={country} className="not-first:mt-10">
      <h3 className="border-t-2 border-rule pt-3 text-xl">{countryName(country, locale)}</h3>
      <CityLinks locale={locale} cities={cityPages.filter(({ region }) => countryOf(region) === country)} />
    </div>
  ));
}

function countryOf(code: string | undefined) {
  return regions.find((region) => region.code === code)?.country;
}
