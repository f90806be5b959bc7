import { type FieldName, isOptionalIn } from "#lib/leads/form/fields.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";

/** What a post left at a field: what was typed, and what is wrong with it. */
export function fieldState(form: FormName, state: LeadFormState, name: FieldName) {
  const error = state.status === "invalid" ? state.errors[name] : undefined;
  return {
    name,
    error,
    // Said to screen readers: the form checks by itself, and labels name what is optional.
    required: !isOptionalIn(form, name),
    ...(name === "consent" ? { defaultChecked: state.values.consent === "on" } : { defaultValue: state.values[name] }),
  };
}
