import type { FormValues } from "./form-values.ts";

/** What was typed, for a page on which nobody has agreed to anything yet. */
export function withoutConsent({ consent: _, ...values }: FormValues): FormValues {
  return values;
}
