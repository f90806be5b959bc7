import { type FieldName, formFields } from "./fields.ts";
import type { FormName } from "./form-name.ts";
import { formSchema } from "./form-schema.ts";
import type { FieldErrors } from "./form-state.ts";
import type { FormValues } from "./form-values.ts";
import type { LeadErrorCode } from "./lead-error-code.ts";

/**
 * What a visitor said, cleaned and checked. Optional fields that were left empty are absent; a form that does not ask
 * for a name or a message leaves those two empty.
 */
export type LeadFields = Record<AlwaysThere, string> &
  Partial<Record<Exclude<FieldName, AlwaysThere | "consent">, string>>;
type AlwaysThere = "name" | "email" | "message";

type CheckedForm = { ok: true; lead: LeadFields } | { ok: false; errors: FieldErrors };

/** Checks what was typed; `services` are the slugs an inquiry may name. One error a field: the first that was found. */
export function checkForm(form: FormName, values: FormValues, services: readonly string[]): CheckedForm {
  const typed = Object.fromEntries(formFields[form].map((field) => [field, values[field] ?? ""]));
  const parsed = formSchema(form, services).safeParse(typed);
  if (parsed.success) {
    const filled = Object.entries(parsed.data).filter(([field, value]) => field !== "consent" && value !== "");
    return { ok: true, lead: { name: "", email: "", message: "", ...Object.fromEntries(filled) } };
  }

  const errors: FieldErrors = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path[0] as FieldName;
    errors[field] ??= issue.message as LeadErrorCode;
  }
  return { ok: false, errors: inFormOrder(form, errors) };
}

function inFormOrder(form: FormName, errors: FieldErrors): FieldErrors {
  return Object.fromEntries(formFields[form].flatMap((field) => (errors[field] ? [[field, errors[field]]] : [])));
}
