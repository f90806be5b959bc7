import { z } from "zod";
import { isTimeZone } from "#lib/hours/is-time-zone.ts";
import { countries } from "#lib/i18n/countries.ts";
import { locales } from "#lib/i18n/locales.ts";
import { flowList } from "./flow-list.ts";
import { nearest } from "./nearest.ts";

declare module "zod" {
  interface GlobalMeta {
    /** What a key takes where its type alone does not tell: asked for by forms that are made from a schema. */
    takes?: "day" | "flag" | "picture";
    /** The names that it knows. */
    known?: readonly string[] | undefined;
    /** It takes one name, or a list of them. */
    isOneOrMore?: true;
  }
}

/** One text of a front matter. The limits only catch texts that landed in the wrong key. */
export function text(max = 200, notOne = "must be one text; if it is, put it in quotes") {
  return z
    .string(notOne)
    .trim()
    .min(1, "is empty; write a text, or remove the line if the key is optional")
    .max(max, `is longer than ${max} characters; shorten it`);
}

export function list<Item extends z.ZodType>(item: Item) {
  const error = ({ input }: { input?: unknown }) => {
    if (item instanceof z.ZodObject)
      return "must be a list: for each a line that begins with -, and its keys below that";
    if (typeof input !== "string") return "must be a list: [one, two]";
    return standsForNone.test(input)
      ? "must be a list: [one, two]; remove the line if there is none"
      : `must be a list: ${flowList(input)}`;
  };
  return z.array(item, { error }).default([]);
}

/** As YAML and people write it. */
const standsForNone = /^(?:[^\p{L}\p{N}]*|null|none)$/iu;

/** One name, or a list of them: each once. */
export function oneOrMore(item: z.ZodType<string>) {
  return z
    .unknown()
    .transform((written, context): string[] => {
      const isList = typeof written !== "string" || written.includes(",");
      const { data, error } = (isList ? list(item) : item).safeParse(written);
      for (const { path, message } of error?.issues ?? []) context.addIssue({ code: "custom", path, message });
      return [...new Set([data ?? []].flat())];
    })
    .meta({ known: item.meta()?.known, isOneOrMore: true });
}

/** The same in all languages of the site, each under its own key. */
export function inEachLanguage<Value extends z.ZodType>(value: Value) {
  const lines = locales.map((locale) => `${locale}: …`).join(" and ");
  return z.record(
    z.enum(locales),
    value,
    `write it in each language, on lines of its own below it: ${lines}, each further to the right`,
  );
}

/** A key that stands in addresses. */
export const slug = z.string().regex(/^[a-z0-9-]+$/, "may only have small letters without accents, digits and -");

/** The name of a file in content/images. */
export const picture = text().meta({ takes: "picture" });

/** EST is one offset all year, and whoever writes it means New York. */
export const timeZone = text()
  .refine(isTimeZone, "write a time zone like America/Bogota")
  .refine((zone) => zone.includes("/") || zone === "UTC", "is no zone of a place; write one like America/Toronto");

export const country = text()
  .toUpperCase()
  .refine((code) => countries.includes(code), "is no country; write its two letters, like CO or CA");

/**
 * A name from a list that other files make, in whatever capitals; undefined when that list could not be read.
 * `orElse` says how the list gets longer.
 */
export function oneOf(thing: string, known: string[] | undefined, orElse: string | ((name: string) => string) = "") {
  const name = text(200, `takes one ${thing}; write its name alone, without [ ]`).transform((written, context) => {
    const found = known ? known.find((name) => name.toLowerCase() === written.toLowerCase()) : written;
    if (found !== undefined) return found;

    const meant = nearest(written, known ?? []);
    const hint = meant ? `did you mean ${meant}? ` : "";
    const rest = typeof orElse === "string" ? orElse : orElse(written.toLowerCase());
    context.addIssue(`unknown ${thing} "${written}"; ${hint}known: ${known?.join(", ") || "none yet"}${rest}`);
    return z.NEVER;
  });
  return name.meta({ known });
}

/** For what says itself what it wants. */
function written() {
  return z.string("must be one text; if it is, put it in quotes").trim();
}

export const flag = written()
  .transform((written, context) => {
    const value = { true: true, false: false }[written.toLowerCase()];
    if (value !== undefined) return value;
    context.addIssue(`"${written}" is neither true nor false; write one of them`);
    return z.NEVER;
  })
  .meta({ takes: "flag" });

export const position = written().transform((written, context) => {
  if (/^[1-9]\d{0,5}$/.test(written)) return Number(written);
  context.addIssue(`"${written}" is not a whole number from 1 on`);
  return z.NEVER;
});

export const count = written().transform((written, context) => {
  if (/^\d{1,12}$/.test(written)) return Number(written);
  context.addIssue(`"${written}" is not a whole number; write it without points or commas, like 475272`);
  return z.NEVER;
});
