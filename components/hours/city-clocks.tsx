import type { Messages } from "#content/en/messages.ts";
import type { ClockPeriod } from "#lib/hours/clock-periods.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatDuration } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { HoursChart, sharedFigure, sharedSentence } from "./hours-chart.tsx";

type CityClocksProps = {
  locale: Locale;
  text: Messages["hours"];
  home: string;
  city: string;
  periods: ClockPeriod[];
  /** The form, with the zone of the city. */
  inquiry: string;
};

/** What a city shares with Bogotá, once for each way in which the two clocks stand. Whatever day it is, one of them holds. */
export function CityClocks({ locale, text, home, city, periods, inquiry }: CityClocksProps) {
  const states = new Map(periods.map(({ hours }) => [hours.offsetFromColombia, hours]));
  return (
    <div className="on-ink bg-emerald text-white">
      <div className="wrap grid gap-14 py-12 md:py-16">
        {Array.from(states, ([offset, hours]) => {
          const difference = formatDuration(Math.abs(offset), locale);
          const shared = sharedFigure(hours, text, locale);
          const { same, ahead, behind } = text.city.while;
          const sentence = states.size === 1 ? text.city.allYear : offset === 0 ? same : offset > 0 ? ahead : behind;
          return (
            <section key={offset}>
              <h2 className="display max-w-3xl text-2xl first-letter:uppercase md:text-3xl">
                {fill(sentence, { shared, city, difference })}
              </h2>
              <div className="mt-6">
                <HoursChart locale={locale} text={text} home={home} rows={[{ name: city, hours }]} />
              </div>
              <p className="mt-4 max-w-prose">{sharedSentence(hours, { city, text, locale })}</p>
            </section>
          );
        })}
        <div>
          <p className="max-w-prose text-sm">{text.basis}</p>
          <a href={inquiry} className="button no-print mt-6 bg-gold text-ink">
            {text.inquiry}
          </a>
        </div>
      </div>
    </div>
  );
}
