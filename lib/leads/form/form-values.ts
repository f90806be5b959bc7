import { type FieldName, fieldOf, formFields } from "./fields.ts";
import type { FormName } from "./form-name.ts";

/** What was typed, by field, as it was typed. A field that did not arrive is an empty text. */
export type FormValues = Partial<Record<FieldName, string>>;

// Nobody types into the others: they hold one of a list, the name of an article or an opening, or a zone. What is longer is none of them,
// and a page that shows the form again would repeat it in many places.
const longestChoice = 200;

/** Takes the first text of every field the form has that is not empty; other names, files and repeats are left behind. */
export function formValues(form: FormName, entries: Iterable<[string, FormDataEntryValue]>): FormValues {
  const values: FormValues = {};
  for (const [name, value] of entries) {
    const field = formFields[form].find((known) => known === name);
    if (!field || typeof value !== "string") continue;
    values[field] ||= fieldOf(field).limit || value.length <= longestChoice ? value : "";
  }
  return values;
}
