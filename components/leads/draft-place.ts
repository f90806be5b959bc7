import type { FormName } from "#lib/leads/form/form-name.ts";

/** Where a tab keeps what was typed into a form. A reply to one article is none to another. */
export function draftPlace(form: FormName, subject?: string): string {
  return ["draft", form, subject].filter(Boolean).join(".");
}
