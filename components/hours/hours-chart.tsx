import type { Messages } from "#content/en/messages.ts";
import type { SharedHours, Stretch } from "#lib/hours/shared-hours.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatNumber } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";

export type HoursRow = {
  name: string;
  hours: SharedHours;
  /** The picture in words, where nothing beside it says them. */
  alt?: string;
};

type HoursChartProps = { locale: Locale; text: Messages["hours"]; home: string; rows: HoursRow[] };

/** A Colombian day from left to right: a row for Colombia, and one for each office with its hours and the shared ones. */
export function HoursChart({ locale, text, home, rows }: HoursChartProps) {
  const [first] = rows;
  if (!first) return null;
  return (
    <div className="grid gap-y-3">
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
          {rows.map(({ name, hours, alt }) => (
            <Row
              key={name}
              name={name}
              cells={cellsOf(hours, "there")}
              figure={sharedFigure(hours, text, locale)}
              alt={alt}
            />
          ))}
        </tbody>
      </table>
      <p className="grid grid-cols-[1fr] text-xs sm:grid-cols-[9rem_1fr_8.5rem] sm:gap-x-4" aria-hidden="true">
        <span className="flex justify-between tabular-nums sm:col-start-2">
          {["0:00", "6:00", "12:00", "18:00", "24:00"].map((hour) => (
            <span key={hour}>{hour}</span>
          ))}
        </span>
      </p>
    </div>
  );
}

/** “9 shared hours”, as the chart and the headlines say it. */
export function sharedFigure({ overlap }: SharedHours, text: Messages["hours"], locale: Locale): string {
  if (!overlap) return text.none;
  const hours = overlap.minutes / 60;
  return fill(hours === 1 ? text.sharedOne : text.shared, { hours: formatNumber(hours, locale) });
}

/** “9:00 to 18:00 in Colombia is 10:00 to 19:00 in Halifax.” */
export function sharedSentence({ overlap }: SharedHours, city: string, text: Messages["hours"]): string {
  return overlap ? fill(text.overlap, { ...clockTimes(overlap), city }) : text.noOverlap;
}

/** 09:00 is written 9:00 in both languages. */
function clockTimes({ from, to, fromThere, toThere }: Stretch) {
  return Object.fromEntries(
    Object.entries({ from, to, fromThere, toThere }).map(([name, time]) => [name, time.replace(/^0/, "")]),
  );
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
