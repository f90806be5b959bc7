import { parse } from "yaml";
import { day } from "#lib/content/source/day.ts";
import { asOurs, foreignKey } from "#lib/content/source/foreign-keys.ts";
import { oneLine } from "#lib/import/read/clean-text.ts";
import { plainWords } from "#lib/import/read/plain-words.ts";

/** Those of an article that a source may fill. */
const ofArticles = [
  ...["title", "metaTitle", "meta_description", "date", "updated", "url", "category", "tags", "author"],
  ...["imglink", "imgalt", "imgcaption", "imgcredit", "draft"],
] as const;
type Key = (typeof ofArticles)[number];

export type OurKeys = {
  title?: string;
  metaTitle?: string;
  meta_description?: string;
  date?: string;
  updated?: string;
  url?: string;
  imglink?: string;
  imgalt?: string;
  imgcaption?: string;
  imgcredit?: string;
  categories: string[];
  tags: string[];
  authors: string[];
  /** Keys that have no place here. */
  unknown: string[];
};

/** A front matter by our names, with what stands in it as we write it. What a key of ours says goes before what another says for it. */
export function ourKeys(keys: Record<string, unknown>): OurKeys {
  const ours: OurKeys = { categories: [], tags: [], authors: [], unknown: [] };
  const named = Object.entries(keys).flatMap(([name, value]): [Key | undefined, string, unknown][] => {
    if (value === null || value === undefined || value === "") return [];
    const own = ofArticles.find((key) => key === name || key === name.toLowerCase());
    return [[own ?? (foreignKey(name, plain(value), [...ofArticles])?.key as Key | undefined), name, plain(value)]];
  });
  const inOrder = named.toSorted(([a, name], [b, other]) => Number(b === other) - Number(a === name));
  for (const [key, name, value] of inOrder) {
    if (key === undefined) ours.unknown.push(name);
    else if (key === "category") ours.categories.push(...namesIn(value));
    else if (key === "tags") ours.tags.push(...namesIn(value));
    else if (key === "author") ours.authors.push(...namesIn(value));
    else if (key === "date" || key === "updated") ours[key] ??= dayOf(value);
    else if (key === "imglink") ours.imglink ??= addressOf(value);
    // All is a draft here.
    else if (key !== "draft") ours[key] ??= wordsOf(key, value);
  }
  return ours;
}

/** TOML has days of its own. */
function plain(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

function wordsOf(key: Key, value: unknown): string | undefined {
  const written = key === "url" ? asOurs(key, value) : undefined;
  if (written !== undefined) return written;
  const words = typeof value === "string" || typeof value === "number" ? oneLine(plainWords(String(value))) : "";
  return words || undefined;
}

/** The names of a list, of a text with commas, or of groups that have a name each. */
function namesIn(value: unknown): string[] {
  const items = (Array.isArray(value) ? value : [value]).map((item: unknown) => {
    const named =
      typeof item === "object" && item !== null ? (Reflect.get(item, "name") ?? Reflect.get(item, "title")) : item;
    return typeof named === "number" ? String(named) : named;
  });
  const words = items.filter((item) => typeof item === "string");
  const written = asOurs("tags", Array.isArray(value) ? words : words.join(","));
  const names: unknown = written === undefined ? [] : parse(written);
  return Array.isArray(names) ? names.map((name) => oneLine(plainWords(String(name)))).filter(Boolean) : [];
}

function dayOf(value: unknown): string | undefined {
  const words = String(value).replace(/,? (?:at )?\d{1,2}:\d{2}.*$/i, "");
  const written =
    asOurs("date", String(value)) ?? asOurs("date", words) ?? /^\w{3}, (\d{1,2} \w{3} \d{4})/.exec(words)?.[1];
  const short = /^(\d{1,2}) (\w{3}) (\d{4})$/.exec(written ?? "");
  const read = day.safeParse(short ? dayOfMail(short) : written);
  return read.success ? read.data : undefined;
}

/** As feeds and mails write it: 06 May 2024. */
function dayOfMail([words]: RegExpExecArray): string {
  const date = new Date(`${words} UTC`);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

/** With its folders: `imglink` alone is the name of a file. */
function addressOf(value: unknown): string | undefined {
  if (asOurs("imglink", value) === undefined) return undefined;
  if (Array.isArray(value)) return addressOf(value[0]);
  if (typeof value === "object" && value !== null) {
    const keys = ["image", "src", "url", "file", "path", "relative"];
    return addressOf(keys.map((key) => Reflect.get(value, key)).find((part) => typeof part === "string"));
  }
  return String(value);
}
