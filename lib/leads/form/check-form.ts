import type { FormName } from "./form-name.ts";
import { formSchema } from "./form-schema.ts";
import type { FieldErrors } from "./form-state.ts";
import { type FieldName, type FormValues, formFields } from "./form-values.ts";
import { isLeadErrorCode } from "./lead-error-code.ts";

/**
 * What a visitor said, cleaned and checked. Optional fields that were left empty are absent; a form that does not ask
 * for a name or a message leaves those two empty.
 */
export type LeadFields = Required<Pick<FormValues, "name" | "email" | "message">> &
  Pick<FormValues, "article" | "company" | "country" | "phone" | "service" | "team" | "start" | "zone">;

type CheckedForm = { ok: true; lead: LeadFields } | { ok: false; errors: FieldErrors };

/** Checks what was typed; `services` are the slugs an inquiry may name. One error a field: the first that was found. */
export function checkForm(form: FormName, values: FormValues, services: readonly string[]): CheckedForm {
  const typed = Object.fromEntries(formFields[form].map((field) => [field, values[field] ?? ""]));
  const parsed = formSchema(form, services).safeParse(typed);
  if (parsed.success) {
    const { consent: _given, email, ...rest } = parsed.data;
    const filled = Object.entries(rest).filter(([, value]) => value !== "");
    return { ok: true, lead: { name: "", email, message: "", ...Object.fromEntries(filled) } };
  }

  const errors: FieldErrors = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path[0] as FieldName;
    if (!isLeadErrorCode(issue.message)) throw new Error(`The rule for ${field} has no sentence: ${issue.message}`);
    errors[field] ??= issue.message;
  }
  return { ok: false, errors: inFormOrder(form, errors) };
}

function inFormOrder(form: FormName, errors: FieldErrors): FieldErrors {
  return Object.fromEntries(formFields[form].flatMap((field) => (errors[field] ? [[field, errors[field]]] : [])));
}
