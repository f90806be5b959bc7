import * as z from "zod";
import type { Locale } from "#lib/i18n/locales.ts";
import type { EditorField } from "./editor-field.ts";
import { instructionOf } from "./instructions.ts";

// A text that may be longer gets several lines.
const longText = 200;

/**
 * The fields of what a schema takes, key by key, with what the editor says beside each in a language. `within` is the file or the
 * key that they stand in, where the same key means something else.
 */
export function fieldsOf(
  schema: unknown,
  locale: Locale,
  labels: ReadonlyMap<string, string> = new Map(),
  within = "",
): EditorField[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).map(([name, type]) => fieldOf(name, type, locale, labels, within));
}

function fieldOf(
  name: string,
  type: unknown,
  locale: Locale,
  labels: ReadonlyMap<string, string>,
  within = "",
): EditorField {
  const { inner, isRequired, meta } = unwrapped(type);
  const { label, hint } = instructionOf(name, locale, within);
  const field = { name, label, hint, required: isRequired, i18n: true };
  const select = (known: readonly string[], settings: object = {}): EditorField => {
    const options = known.map((value) => ({ label: labels.get(value) ?? value, value }));
    return { ...field, widget: "select", options, ...settings };
  };

  if (meta.known) return select(meta.known, meta.isOneOrMore && { multiple: true });
  if (meta.takes === "day") return { ...field, widget: "datetime", type: "date", format: "YYYY-MM-DD" };
  if (meta.takes === "flag") return { ...field, widget: "boolean" };
  if (meta.takes === "picture") return { ...field, widget: "image", choose_url: false };
  if (inner instanceof z.ZodEnum) return select(inner.options.map(String));
  if (inner instanceof z.ZodObject)
    return { ...field, widget: "object", fields: fieldsOf(inner, locale, labels, name) };
  if (inner instanceof z.ZodRecord) return { ...field, widget: "object", fields: inLanguages(inner, locale, labels) };
  if (inner instanceof z.ZodArray) {
    const item = unwrapped(inner.element);
    if (item.meta.known) return select(item.meta.known, { multiple: true });
    if (item.inner instanceof z.ZodObject)
      return { ...field, widget: "list", fields: fieldsOf(item.inner, locale, labels, name) };
    return { ...field, widget: "list", field: { ...fieldOf(name, inner.element, locale, labels), hint: undefined } };
  }
  const isLong = inner instanceof z.ZodString && (inner.maxLength ?? 0) > longText;
  return { ...field, widget: isLong ? "text" : "string" };
}

/** Of a text in each language, or of names that somebody chose, what stands under each. */
export function inLanguages(
  record: z.ZodRecord,
  locale: Locale,
  labels: ReadonlyMap<string, string> = new Map(),
): EditorField[] {
  const { keyType, valueType } = record;
  if (keyType instanceof z.ZodEnum)
    return keyType.options.map((name) => fieldOf(String(name), valueType, locale, labels));
  return valueType instanceof z.ZodRecord
    ? inLanguages(valueType, locale, labels)
    : fieldsOf(valueType, locale, labels);
}

/** What a key takes, without what lets it be left out, or turns it into something else. */
function unwrapped(type: unknown): { inner: unknown; isRequired: boolean; meta: z.GlobalMeta } {
  let inner = type;
  let isRequired = true;
  let meta: z.GlobalMeta = {};
  for (;;) {
    if (inner instanceof z.ZodType) meta = { ...inner.meta(), ...meta };
    if (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) {
      isRequired = false;
      inner = inner.unwrap();
    } else if (inner instanceof z.ZodPipe) {
      // What is known of a name may be said of what it was turned into.
      if (inner.out instanceof z.ZodType) meta = { ...inner.out.meta(), ...meta };
      inner = inner.in;
    } else return { inner, isRequired, meta };
  }
}
