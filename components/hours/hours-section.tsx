import type { Messages } from "#content/en/messages.ts";
import { fill } from "#lib/i18n/fill.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { HoursChart, type HoursRow, sharedFigure, sharedSentence } from "./hours-chart.tsx";

/** The shared clock on the home page. The first row is the one that the headline speaks of. */
export function HoursSection({ locale, text, rows }: { locale: Locale; text: Messages["hours"]; rows: HoursRow[] }) {
  const [first] = rows;
  if (!first) return null;
  return (
    <section className="on-ink mt-20 bg-emerald text-white md:mt-28">
      <div className="wrap py-16 md:py-20">
        <h2 className="display text-3xl first-letter:uppercase md:text-5xl">
          {fill(text.headline, { hours: sharedFigure(first.hours, text, locale), city: first.name })}
        </h2>
        <p className="mt-4 max-w-prose text-lg">{text.basis}</p>
        <div className="mt-10">
          <HoursChart
            locale={locale}
            text={text}
            home={text.colombia}
            rows={rows.map(({ name, hours }) => ({
              name,
              hours,
              alt: sharedSentence(hours, { city: name, text, locale }),
            }))}
          />
        </div>
        <a href={paths.hours(locale)} className="button mt-8 bg-gold text-ink">
          {text.tool}
        </a>
      </div>
    </section>
  );
}
