import { type ParseArgsConfig, parseArgs } from "node:util";
import { dayOf } from "#lib/leads/iso-time.ts";
import { startIn } from "#lib/leads/zoned-time.ts";
import { parseOptions } from "#lib/parse-options.ts";
import { UsageError } from "./usage-error.ts";

/** Throws a UsageError for an option that is unknown or lacks its value, and for anything that is no option. */
export function readOptions<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: string[],
  options: Options,
) {
  const values = parseOptions(args, options);
  if (typeof values === "string") throw new UsageError(values, true);
  return values;
}

/** The one argument that there is. What begins with -- is an option, and nobody's reference, address or file. */
export function readArgument([argument, ...more]: string[]): string {
  const option = [argument, ...more].find((each) => each?.startsWith("--"));
  if (option) throw new UsageError(`This command knows no ${option}.`, true);
  if (!argument || more.length > 0) throw new UsageError();
  return argument;
}

/** The same, and what the options say that stand before it or after it. */
export function readArgumentAnd<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: string[],
  options: Options,
) {
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  const at = tokens.find(({ kind }) => kind === "positional")?.index ?? args.length;
  return [readArgument(args.slice(at, at + 1)), readOptions(args.toSpliced(at, 1), options)] as const;
}

export function oneOf<const Known extends string>(
  name: string,
  known: readonly Known[],
  value: string | undefined,
): Known | undefined {
  if (value === undefined) return undefined;
  const found = known.find((each) => each === value);
  if (found === undefined) throw new UsageError(`There is no ${name} ${value}. Known: ${known.join(", ")}.`);
  return found;
}

/** Both days included. */
export function readPeriod(since: string | undefined, until: string | undefined, zone: string) {
  const [from, before] = [dayStart("since", since, zone), dayStart("until", until, zone, 1)];
  if (from !== undefined && before !== undefined && from >= before)
    throw new UsageError(`--since ${since} is after --until ${until}: no lead can fit.`);
  return { ...(from !== undefined && { since: from }), ...(before !== undefined && { before }) };
}

/** The first moment of a day by the calendar of a zone, so many days later. */
function dayStart(option: string, value: string | undefined, zone: string, daysLater = 0): string | undefined {
  if (value === undefined) return undefined;
  const day = new Date(`${value}T00:00:00.000Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
  if (!isDay) throw new UsageError(`--${option} is ${value}: write a day that exists, as in 2026-11-21.`);
  day.setUTCDate(day.getUTCDate() + daysLater);
  return startIn(zone, dayOf(day.toISOString()));
}
