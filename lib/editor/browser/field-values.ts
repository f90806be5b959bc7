import { monthNamed, months } from "#lib/content/source/months.ts";
import type { EditorField } from "#lib/editor/editor-field.ts";

/** Where the editor looks for pictures and files: content names them by their file names alone. */
export const folders = { pictures: "/images", files: "/files" } as const;

export type Values = Record<string, unknown>;

/** What stands in a file, as the fields of the editor take it. */
export function toFields(written: unknown, fields: readonly EditorField[]): Values {
  const values: Values = { ...Object(written) };
  for (const field of fields) {
    if (field.name in values) values[field.name] = toField(values[field.name], field);
  }
  return values;
}

function toField(written: unknown, field: EditorField): unknown {
  const { widget, fields, multiple } = field;
  if (widget === "datetime") return typeof written === "string" ? (isoDay(written) ?? written) : "";
  if (widget === "boolean") return String(written).trim().toLowerCase() === "true";
  if (widget === "image") return toPicture(written);
  if (widget === "object") return toFields(written, fields ?? []);
  if (widget === "list" || multiple) {
    const items = Array.isArray(written) ? written : String(written ?? "").split(",");
    return fields
      ? items.map((item) => toFields(item, fields))
      : items.map((item) => String(item).trim()).filter(Boolean);
  }
  return written;
}

function toPicture(written: unknown): unknown {
  return typeof written === "string" ? picturePath(written) : written;
}

export function picturePath(name: string): string {
  return name !== "" && !name.includes("/") ? `${folders.pictures}/${name}` : name;
}

/** One that was just chosen has an address in the browser until it is saved. */
export function fileName(path: string): string {
  return path.startsWith("blob:") ? path : (path.split("/").at(-1) ?? "");
}

/** What the editor holds, as a file says it; what is empty is left out. */
export function toWritten(values: Values, fields: readonly EditorField[]): Values {
  const written = fields.map((field): [string, unknown] => [field.name, fieldToWritten(values[field.name], field)]);
  return Object.fromEntries(written.filter(([, value]) => value !== undefined));
}

function fieldToWritten(value: unknown, field: EditorField): unknown {
  const { widget, fields } = field;
  if (value === undefined || value === null || value === false) return undefined;
  if (widget === "object") return filled(toWritten(Object(value), fields ?? []));
  if (Array.isArray(value)) {
    const items = value.map((item) => (fields ? filled(toWritten(Object(item), fields)) : String(item ?? "").trim()));
    const kept = items.filter(Boolean);
    return kept.length > 0 ? kept : undefined;
  }
  const text = String(value).trim();
  if (text === "") return undefined;
  if (widget === "datetime") return dayInWords(text);
  if (widget === "image") return fileName(text);
  return text;
}

function filled(values: Values): Values | undefined {
  return Object.keys(values).length > 0 ? values : undefined;
}

function isoDay(written: string): string | undefined {
  const text = written.trim().replaceAll(/\s+/g, " ").toLowerCase();
  const [, year, number] = /^(\d{4})-(\d{1,2})-\d{1,2}$/.exec(text) ?? [];
  const [, first, , , last] = /^(\p{L}+|\d{1,2})( de)? (\p{L}+|\d{1,2}),?(?: del?)? (\d{4})$/u.exec(text) ?? [];
  const named = text.split(/[ ,]/).map(monthNamed).find(Boolean);
  const day = number ? text.split("-")[2] : /^\d/.test(first ?? "") ? first : /^\p{L}+ (\d+)/u.exec(text)?.[1];
  const month = number ? Number(number) : named;
  if (!month || !day) return undefined;
  return [year ?? last, String(month).padStart(2, "0"), day.padStart(2, "0")].join("-");
}

/** As the marketers write it. */
function dayInWords(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
  const name = months[Number(month) - 1]?.[0];
  return name ? `${name} ${day}, ${year}` : iso;
}
