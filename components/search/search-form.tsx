import { TextField } from "#components/forms/text-field.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

type SearchFormProps = { locale: Locale; text: { label: string; submit: string }; query: string; maxLength: number };

/** A plain form. The server answers it, at an address that can be shared. */
export function SearchForm({ locale, text, query, maxLength }: SearchFormProps) {
  return (
    <search>
      <form action={paths.search(locale)} className="grid max-w-2xl gap-4 sm:grid-cols-[1fr_auto] sm:items-end">
        <TextField
          label={text.label}
          name="q"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={maxLength}
          defaultValue={query}
        />
        <button type="submit" className="button bg-button text-on-button">
          {text.submit}
        </button>
      </form>
    </search>
  );
}
