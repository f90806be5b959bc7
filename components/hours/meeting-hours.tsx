import type { Messages } from "#content/en/messages.ts";
import type { ClockPeriod } from "#lib/hours/clock-periods.ts";
import { steadyHours } from "#lib/hours/steady-hours.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatDate, formatTime } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";

type MeetingHoursProps = {
  locale: Locale;
  text: Messages["hours"]["city"];
  city: string;
  periods: ClockPeriod[];
  /** Where the file for calendar programs is. */
  calendar: string;
};

/** The hours on the clock of a city that are shared all year, large, and the file for calendars. */
export function MeetingHours({ locale, text, city, periods, calendar }: MeetingHoursProps) {
  const steady = steadyHours(periods);
  const isMoved = periods.length > 1;
  return (
    <>
      {steady && (
        <>
          <p className="wide border-t-2 border-rule pt-5 text-2xl leading-tight tabular-nums first-letter:uppercase md:text-4xl">
            {fill(text.times, { from: formatTime(steady.from, locale), to: formatTime(steady.to, locale) })}
          </p>
          <p className="mt-1 text-soft">{fill(text.onClock, { city })}</p>
          <p className="mt-5 max-w-prose">{isMoved ? fill(text.meetingText, { city }) : text.steadyMeetingText}</p>
        </>
      )}
      <p className="no-print mt-6">
        <a href={calendar} className="button bg-button text-on-button">
          {text.calendar}
        </a>
      </p>
      <p className="no-print mt-3 max-w-prose text-sm text-soft">
        {fill(text.calendarNote, { until: formatDate(periods.at(-1)?.until ?? "", locale) })}
      </p>
    </>
  );
}
