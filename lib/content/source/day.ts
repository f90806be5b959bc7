import { z } from "zod";
import { text } from "./fields.ts";
import { monthNamed } from "./months.ts";

/** A date as marketers write it, in English or Spanish, as YYYY-MM-DD. */
export const day = text()
  .transform((written, context) => {
    const { year, month, day } = partsOf(written.toLowerCase());
    const date = new Date(Date.UTC(year, month - 1, day));
    // February 31 would be a day in March.
    if (date.getUTCMonth() === month - 1) return date.toISOString().slice(0, 10);

    const reason = Number.isNaN(month)
      ? `cannot read "${written}" as a date`
      : `there is no ${written} in the calendar`;
    context.addIssue(`${reason}; write it like April 02, 2025, 2 de abril de 2025 or 2025-04-02`);
    return z.NEVER;
  })
  .meta({ takes: "day" });

const forms = [
  /^(?<year>(?:19|2\d)\d\d)-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<month>\p{L}+) (?<day>\d{1,2}),? (?<year>(?:19|2\d)\d\d)$/u,
  /^(?<day>\d{1,2}) de (?<month>\p{L}+) del? (?<year>(?:19|2\d)\d\d)$/u,
];

function partsOf(written: string) {
  const form = written.replaceAll(/\s+/g, " ");
  const groups = forms.map((pattern) => pattern.exec(form)?.groups).find(Boolean) ?? {};
  const named = monthNamed(groups.month ?? "");
  return { year: Number(groups.year), month: named || Number(groups.month), day: Number(groups.day) };
}
