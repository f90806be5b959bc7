import { parse } from "yaml";
import type { EditorField } from "#lib/editor/editor-field.ts";
import { folders, toFields, toWritten, type Values } from "./field-values.ts";
import { keepBlocks } from "./keep-blocks.ts";
import { keepLines } from "./keep-lines.ts";
import { rewriteYaml } from "./rewrite-yaml.ts";

/**
 * How a file is laid out: a page has a body under its front matter, a list of keys is YAML alone, and in one of names each
 * key is a name that somebody chose.
 */
export type Layout = "page" | "keys" | "names";

/** Rides along with what the editor holds of a file: it keeps what it knows no field of. */
const sourceKey = "source_as_it_was";
/** The one field of a list of names, and in it the name. */
export const namesField = { list: "entries", name: "slug" } as const;

/** A picture or a file that was chosen in the editor, of which content has the name alone. */
const chosenFile = new RegExp(`(\\]\\(<?|=")(?:${Object.values(folders).join("|")})/`, "g");

type Format = { fromFile(text: string): Values; toFile(content: Values): string };

/**
 * Reads a file for the editor and writes it back, as it was but for what was changed. `isFromForm` tells whether a body comes from
 * the editor's rich form, which spells it its own way.
 */
export function fileFormat(
  layout: Layout,
  fields: readonly EditorField[],
  isFromForm: (body: string) => boolean,
): Format {
  const own = fields.filter(({ name }) => layout !== "page" || name !== "body");
  return {
    fromFile: (text) => ({ ...shown(text), [sourceKey]: text }),
    toFile({ [sourceKey]: source, ...content }) {
      const text = typeof source === "string" ? source : "";
      const { open, yaml, close, body } = partsOf(text);
      const before = text === "" ? {} : shown(text);
      const [was, is] = [valuesOf(before), valuesOf(content)];
      const written = rewriteYaml(yaml, wantedKeys(was, is, read(yaml)), was);
      if (layout !== "page") return written;
      const below = bodyOf(body.trim(), String(content.body ?? "").trim());
      return `${open}${written.replace(/\n$/, "")}${close}${below}\n`;
    },
  };

  function shown(text: string): Values {
    const { yaml, body } = partsOf(text);
    const written = read(yaml);
    if (layout === "names") return { [namesField.list]: namedEntries(written) };
    return { ...toFields(written, fields), ...(layout === "page" && { body: body.trim() }) };
  }

  function partsOf(text: string) {
    if (layout !== "page") return { open: "", yaml: text, close: "", body: "" };
    if (text === "") return { open: "---\n", yaml: "", close: "\n---\n\n", body: "" };
    const parts = /^(?<open>---[ \t]*\n)(?<yaml>[\s\S]*?)(?<close>\n---[ \t]*(?:\n+|$))(?<body>[\s\S]*)$/.exec(
      text,
    )?.groups;
    if (!parts) throw new Error("the front matter is missing, or not closed with ---");
    const { open = "", yaml = "", close = "", body = "" } = parts;
    return { open, yaml, close, body };
  }

  function namedEntries(written: Values) {
    const own = fields.find(({ name }) => name === namesField.list)?.fields ?? [];
    return Object.entries(written).map(([slug, value]) => ({ [namesField.name]: slug, ...toFields(value, own) }));
  }

  /** By key, as a file says it. */
  function valuesOf(content: Values): Map<string, unknown> {
    return new Map(layout === "names" ? entriesOf(content) : Object.entries(toWritten(content, own)));
  }

  function wantedKeys(was: Map<string, unknown>, is: Map<string, unknown>, written: Values): Map<string, unknown> {
    const isKept = (key: string) => isSame(was.get(key), is.get(key));
    if (layout === "names") return new Map(Array.from(is, ([slug, value]) => [slug, isKept(slug) ? undefined : value]));
    const wanted = new Map<string, unknown>();
    for (const key of Object.keys(written)) {
      const isField = own.some(({ name }) => name === key);
      if (!isField || isKept(key)) wanted.set(key, undefined);
      else if (is.has(key)) wanted.set(key, is.get(key));
    }
    return withNew(
      wanted,
      is,
      own.map(({ name }) => name),
    );
  }

  function entriesOf(values: Values): [string, Values][] {
    const { [namesField.list]: entries = [] } = toWritten(values, fields) as { [namesField.list]?: Values[] };
    return entries.map(({ [namesField.name]: slug, ...value }) => [String(slug), value]);
  }

  function bodyOf(before: string, after: string): string {
    if (before === after || !isFromForm(after)) return after;
    return keepLines(before, keepBlocks(before, after.replaceAll(chosenFile, "$1")));
  }
}

function read(yaml: string): Values {
  return Object(parse(yaml, { schema: "failsafe" }));
}

/** A new key stands behind the nearest one that comes before it among the fields. */
function withNew(wanted: Map<string, unknown>, is: Map<string, unknown>, order: string[]): Map<string, unknown> {
  const keys = [...wanted.keys()];
  for (const [index, key] of order.entries()) {
    if (!is.has(key) || wanted.has(key)) continue;
    const above = order.slice(0, index).findLast((other) => keys.includes(other));
    keys.splice(above === undefined ? 0 : keys.indexOf(above) + 1, 0, key);
  }
  return new Map(keys.map((key) => [key, wanted.has(key) ? wanted.get(key) : is.get(key)]));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
