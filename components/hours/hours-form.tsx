"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
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
  /** The answer in one line. */
  said: string;
};

/**
 * A plain form: the server answers it, at an address that can be shared. Where script runs the page is updated in place,
 * by the server too: a browser's time zones may be older than the last change of a law.
 */
export function HoursForm({ locale, text, cities, typed, error, said }: HoursFormProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [isAsked, setAsked] = useState(false);

  function show(office: string) {
    setAsked(true);
    startTransition(() => router.replace(paths.hours(locale, office), { scroll: false }));
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    show(String(new FormData(event.currentTarget).get("office")));
  }

  return (
    <form action={paths.hours(locale)} onSubmit={onSubmit} className="max-w-2xl" aria-busy={pending}>
      <TextField
        label={text.office}
        hint={text.officeHint}
        error={error}
        name="office"
        list="offices"
        autoComplete="off"
        maxLength={64}
        defaultValue={typed}
        // A choice from the list is an answer to the question; whatever else is typed waits for the button.
        onChange={({ target }) => cities.includes(target.value) && show(target.value)}
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
      <p role="status" className="sr-only">
        {isAsked && !pending && said}
      </p>
    </form>
  );
}
