import type { Messages } from "#content/en/messages.ts";
import type { Place } from "#lib/hours/find-zone.ts";
import type { SharedHours } from "#lib/hours/shared-hours.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatDate, formatDuration } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { HoursChart, sharedSentence } from "./hours-chart.tsx";

type HoursAnswerProps = {
  locale: Locale;
  text: Messages["hours"];
  headline: string;
  place: Place;
  hours: SharedHours;
  /** The page of the place, where it has one. */
  page: string | undefined;
};

/** What an office shares with Colombia: the figure, the chart, and the same in sentences. */
export function HoursAnswer({ locale, text, headline, place, hours, page }: HoursAnswerProps) {
  const city = place.label;

  return (
    <section className="on-ink mt-10 bg-emerald p-6 text-white sm:p-10">
      <h2 className="display text-3xl first-letter:uppercase md:text-4xl">{headline}</h2>
      <div className="mt-8">
        <HoursChart locale={locale} text={text} home={text.colombia} rows={[{ name: city, hours }]} />
      </div>
      <p className="mt-6 max-w-prose">{sentencesOf(hours, city, text, locale).join(" ")}</p>
      {place.isSplit && <p className="mt-2 max-w-prose">{fill(text.split, { place: city })}</p>}
      <p className="mt-2 max-w-prose text-sm">{text.basis}</p>
      <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <a href={paths.inquiryIn(locale, place.timeZone)} className="button bg-gold text-ink">
          {text.inquiry}
        </a>
        {page && (
          <a href={page} className="inline-flex min-h-11 items-center font-semibold underline">
            {fill(text.allYear, { city })}
          </a>
        )}
      </p>
    </section>
  );
}

function sentencesOf(hours: SharedHours, city: string, text: Messages["hours"], locale: Locale): string[] {
  const { offsetFromColombia: offset, nextChange } = hours;
  const difference = formatDuration(Math.abs(offset), locale);
  return [
    offset === 0 ? text.same : fill(offset > 0 ? text.ahead : text.behind, { city, difference }),
    sharedSentence(hours, { city, text, locale }),
    ...(nextChange ? [fill(text.change, { date: formatDate(nextChange.date, locale), city })] : []),
  ];
}
