import { TextField } from "#components/forms/text-field.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

type HoursFormProps = {
  locale: Locale;
  text: { office: string; officeHint: string; show: string };
  /** Names to choose from. */
  cities: string[];
  typed: string;
  error?: string;
};

/** A plain form: the server answers it, at an address that can be shared. `enhanceHoursForm` shows the answer in place. */
export function HoursForm({ locale, text, cities, typed, error }: HoursFormProps) {
  return (
    <form action={paths.hours(locale)} data-hours-form className="max-w-2xl">
      <TextField
        label={text.office}
        hint={text.officeHint}
        error={error}
        name="office"
        list="offices"
        autoComplete="off"
        maxLength={64}
        defaultValue={typed}
      />
      <datalist id="offices">
        {cities.map((city) => (
          <option key={city} value={city} />
        ))}
      </datalist>
      <button type="submit" className="button mt-4 bg-button text-on-button">
        {text.show}
      </button>
      {/* An answer in place is announced; one that came with the page is read with it. */}
      <p role="status" className="sr-only" />
    </form>
  );
}
