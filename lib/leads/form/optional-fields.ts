import type { Messages } from "#content/en/messages.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatList } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { type FieldName, type FieldsLike, fieldOf, fields } from "./fields.ts";

/** Names what of the forms may be left empty, as the forms call it. */
export function optionalFields({ labels, optionalFields: sentence }: Messages["form"], locale: Locale): string {
  const names = (Object.keys(fields) as FieldName[]).filter(isOptional);
  const quoted = names.map((name) => `“${labels[name]}”`);
  return fill(sentence, { fields: formatList(quoted, locale) });
}

function isOptional(name: FieldName): name is FieldsLike<{ isOptional: true }> {
  return fieldOf(name).isOptional === true;
}
