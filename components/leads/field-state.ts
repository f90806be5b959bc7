import type { FieldName } from "#lib/leads/form/fields.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";

/** What a post left at a field: what was typed, and what is wrong with it. */
export function fieldState(state: LeadFormState, name: FieldName) {
  const error = state.status === "invalid" ? state.errors[name] : undefined;
  return {
    name,
    error,
    ...(name === "consent" ? { defaultChecked: state.values.consent === "on" } : { defaultValue: state.values[name] }),
  };
}
