import type { Messages } from "#content/en/messages.ts";
import type { SharedHours } from "#lib/hours/shared-hours.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatNumber, formatTime } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";

export type HoursRow = {
  name: string;
  hours: SharedHours;
  /** The picture in words, where nothing beside it says them. */
  alt?: string;
};

type HoursChartProps = { locale: Locale; text: Messages["hours"]; home: string; rows: HoursRow[] };

/**
 * A Colombian day from left to right: a row for Colombia, and one for each office with its hours and the shared ones. One office
 * alone has its own clock under its row.
 */
export function HoursChart({ locale, text, home, rows }: HoursChartProps) {
  const [first, ...others] = rows;
  if (!first) return null;
  const isPair = others.length === 0;
  const clocks = first.hours.slots.filter((_, index) => index % 24 === 0);
  const here = [...clocks.map(({ at }) => at), "24:00"];
  const there = [...clocks, ...clocks.slice(0, 1)].map(({ there }) => there);
  return (
    <table className="block text-start">
      <caption className="sr-only">{text.title}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{text.columns.place}</th>
          <th scope="col">{text.columns.hours}</th>
          <th scope="col">{text.columns.when}</th>
        </tr>
      </thead>
      <tbody className="grid gap-y-3">
        <Row name={home} cells={cellsOf(first.hours, "here")} figure={text.clock} />
        {isPair && <Axis times={here} locale={locale} />}
        {rows.map(({ name, hours, alt }) => (
          <Row
            key={name}
            name={name}
            cells={cellsOf(hours, "there")}
            figure={sharedFigure(hours, text, locale)}
            alt={alt}
          />
        ))}
        <Axis times={isPair ? there : here} locale={locale} />
      </tbody>
    </table>
  );
}

function Axis({ times, locale }: { times: string[]; locale: Locale }) {
  // A minute is said where it is not the full hour; twelve hours are told apart by what follows them.
  const shown = times.map((time) => formatTime(time, locale).replace(/:00(?=\D)/, ""));
  return (
    <tr className="-mt-2 grid grid-cols-[1fr] text-xs sm:grid-cols-[9rem_1fr_8.5rem] sm:gap-x-4">
      <td className="flex justify-between tabular-nums sm:col-start-2" aria-hidden="true">
        {/* The day ends with the hour with which it began. */}
        {shown.map((time, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the places of an axis do not move.
          <span key={index} className="cramped:even:hidden">
            {time}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** “9 shared hours”, as the chart and the headlines say it. */
export function sharedFigure({ overlap }: SharedHours, text: Messages["hours"], locale: Locale): string {
  if (!overlap) return text.none;
  const hours = overlap.minutes / 60;
  return fill(hours === 1 ? text.sharedOne : text.shared, { hours: formatNumber(hours, locale) });
}

/** “9:00 a.m. to 6:00 p.m. in Colombia is 10:00 a.m. to 7:00 p.m. in Halifax.” */
export function sharedSentence(
  { overlap }: SharedHours,
  { city, text, locale }: { city: string; text: Messages["hours"]; locale: Locale },
): string {
  if (!overlap) return text.noOverlap;
  const { from, to, fromThere, toThere } = overlap;
  const clocks = Object.entries({ from, to, fromThere, toThere });
  const times = Object.fromEntries(clocks.map(([name, time]) => [name, formatTime(time, locale)]));
  return fill(text.overlap, { ...times, city });
}

/** A forced palette takes the ground away and leaves the fills, so the picture brings its ground. */
function Row({ name, cells, figure, alt }: { name: string; cells: Cell[]; figure: string; alt?: string }) {
  return (
    <tr className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 cramped:grid-cols-1 sm:grid-cols-[9rem_1fr_8.5rem]">
      <th scope="row" className="text-start font-semibold">
        {name}
      </th>
      <td className="text-end text-sm tabular-nums sm:order-3 sm:text-start cramped:text-start">{figure}</td>
      <td className="col-span-2 cramped:col-span-1 sm:order-2 sm:col-span-1">
        {alt && <span className="sr-only">{alt}</span>}
        <svg
          viewBox="0 0 960 40"
          preserveAspectRatio="none"
          className="h-8 w-full bg-emerald forced-color-adjust-none"
          aria-hidden="true"
        >
          {cells.map(({ kind, x, width }) => (
            <rect key={`${kind}${x}`} x={x} width={width} height="40" className={fills[kind]} />
          ))}
        </svg>
      </td>
    </tr>
  );
}

type Kind = "off" | "working" | "shared";
type Cell = { kind: Kind; x: number; width: number };

const fills: Record<Kind, string> = {
  off: "fill-white/15 print:fill-ink/10",
  working: "fill-white/45 print:fill-ink/40",
  shared: "fill-gold",
};
const gap = 3;

/** One cell an hour, cut where work begins or ends within it: offices in half-hour zones exist. */
function cellsOf({ slots }: SharedHours, side: "here" | "there"): Cell[] {
  const kinds = slots.map(({ worksHere, worksThere, isShared }): Kind => {
    if (isShared || (side === "here" && worksHere)) return "shared";
    return side === "there" && worksThere ? "working" : "off";
  });

  const cells: Cell[] = [];
  kinds.forEach((kind, quarter) => {
    const last = cells.at(-1);
    if (last && last.kind === kind && quarter % 4 !== 0) last.width += 10;
    else cells.push({ kind, x: quarter * 10, width: 10 });
  });
  return cells.map((cell) => ((cell.x + cell.width) % 40 === 0 ? { ...cell, width: cell.width - gap } : cell));
}
