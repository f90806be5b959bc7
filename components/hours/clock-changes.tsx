import type { Messages } from "#content/en/messages.ts";
import type { ClockPeriod } from "#lib/hours/clock-periods.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatDate, formatDuration, formatTime } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";

type ClockChangesProps = {
  locale: Locale;
  text: Messages["hours"];
  home: string;
  city: string;
  periods: ClockPeriod[];
};

/** From which day on the clocks stand how, and which hours are shared then on each of them. */
export function ClockChanges({ locale, text, home, city, periods }: ClockChangesProps) {
  const { city: words } = text;
  return (
    <>
      <table className="w-full cramped:block border-t-2 border-rule text-start">
        <caption className="sr-only">{words.changes}</caption>
        <thead className="cramped:block">
          <tr className="border-b-2 border-rule cramped:grid cramped:grid-cols-2">
            {[words.when, city, home].map((title) => (
              <th
                key={title}
                scope="col"
                className="py-2 pr-4 text-start align-bottom wrap-anywhere last:pr-0 cramped:first:col-span-2"
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="cramped:block">
          {periods.map(({ from, until, hours: { offsetFromColombia: offset, overlap } }, index) => (
            <tr key={from} className="border-b border-hairline align-top cramped:grid cramped:grid-cols-2">
              <th scope="row" className="py-3 pr-4 text-start cramped:col-span-2">
                {index === 0
                  ? fill(words.until, { date: formatDate(until, locale) })
                  : fill(words.since, { date: formatDate(from, locale) })}
                <span className="block text-sm font-normal text-soft first-letter:uppercase">
                  {differenceOf(offset, { locale, words, city })}
                </span>
              </th>
              <Times from={overlap?.fromThere} to={overlap?.toThere} locale={locale} text={text} />
              <Times from={overlap?.from} to={overlap?.to} locale={locale} text={text} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-4 max-w-prose text-sm text-soft">{words.changesNote}</p>
    </>
  );
}

type Words = { locale: Locale; words: Messages["hours"]["city"]; city: string };

function differenceOf(offset: number, { locale, words, city }: Words): string {
  const { same, ahead, behind } = words.difference;
  const sentence = offset === 0 ? same : offset > 0 ? ahead : behind;
  return fill(sentence, { city, difference: formatDuration(Math.abs(offset), locale) });
}

type TimesProps = { from: string | undefined; to: string | undefined; locale: Locale; text: Messages["hours"] };

function Times({ from, to, locale, text }: TimesProps) {
  // With spaces that break: three columns of times that do not are too wide for a phone whose reader spaces letters out.
  const shown = (time: string) => formatTime(time, locale).replace("\u00a0", " ");
  const times = from && to && fill(text.city.times, { from: shown(from), to: shown(to) });
  return <td className="py-3 pr-4 tabular-nums first-letter:uppercase last:pr-0">{times ?? text.none}</td>;
}
