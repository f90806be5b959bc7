import { fieldLimits } from "./field-limits.ts";
import type { FormName } from "./form-name.ts";

const contactFields = ["name", "email", "message", "consent"] as const;
const inquiryFields = [
  "name",
  "email",
  "company",
  "country",
  "phone",
  "service",
  "team",
  "start",
  "zone",
  "message",
  "consent",
] as const;

const newsletterFields = ["email", "consent"] as const;
const replyFields = ["article", "name", "email", "message", "consent"] as const;

export const formFields = {
  contact: contactFields,
  inquiry: inquiryFields,
  newsletter: newsletterFields,
  reply: replyFields,
} as const;
export type FieldName = (typeof inquiryFields | typeof replyFields)[number];

/** What was typed, by field, as it was typed. A field that did not arrive is an empty text. */
export type FormValues = Partial<Record<FieldName, string>>;

// Nobody types into the others: they hold one of a list, the name of an article or a zone. What is longer is none of them,
// and a page that shows the form again would repeat it in many places.
const longestChoice = 200;

/** Takes the first text of every field the form has that is not empty; other names, files and repeats are left behind. */
export function formValues(form: FormName, entries: Iterable<[string, FormDataEntryValue]>): FormValues {
  const values: FormValues = {};
  for (const [name, value] of entries) {
    const field = formFields[form].find((known) => known === name);
    if (!field || typeof value !== "string") continue;
    values[field] ||= field in fieldLimits || value.length <= longestChoice ? value : "";
  }
  return values;
}
