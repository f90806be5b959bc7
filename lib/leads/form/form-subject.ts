import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { FieldsLike } from "./fields.ts";
import type { FormName } from "./form-name.ts";
import type { FormValues } from "./form-values.ts";

export type Subject = { field: FieldsLike<{ holds: "slug" }>; pathIn(locale: Locale, slug: string): string };

/** What the address of a form names that it is about: the field that holds the name, and the page that goes by it. */
const formSubjects: Partial<Record<FormName, Subject>> = {
  reply: { field: "article", pathIn: paths.article },
  application: { field: "opening", pathIn: paths.opening },
};

export function formSubject(form: FormName): Subject | undefined {
  return formSubjects[form];
}

/** Its name, among the values of the form. */
export function subjectIn(form: FormName, values: FormValues): string | undefined {
  const subject = formSubject(form);
  return subject && values[subject.field];
}
