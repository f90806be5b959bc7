import type { Messages } from "#content/en/messages.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatNumber } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { type FieldName, fieldOf } from "./fields.ts";
import type { FieldErrors, FieldSentences } from "./form-state.ts";
import type { FormValues } from "./form-values.ts";

/** The sentence for each error, with the limit and the length it speaks of. */
export function errorSentences(
  errors: FieldErrors,
  values: FormValues,
  sentences: Messages["leadErrors"],
  locale: Locale,
): FieldSentences {
  const sentenceOf = (field: FieldName, code: keyof typeof sentences) => {
    const { limit = 0 } = fieldOf(field);
    let length = 0;
    // Spread into a list first, a megabyte takes a tenth of a second.
    // Browsers post a line break as two characters.
    for (const _ of (values[field] ?? "").trim().replaceAll("\r\n", "\n")) length += 1;
    return fill(sentences[code], { limit: formatNumber(limit, locale), length: formatNumber(length, locale) });
  };
  return Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [field, sentenceOf(field as FieldName, code)]),
  );
}
