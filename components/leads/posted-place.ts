import type { FormName } from "#lib/leads/form/form-name.ts";

/** Where a tab keeps which draft the browser is posting by itself: the page of thanks does not say what it is for. */
export function postedPlace(form: FormName): string {
  return `posted.${form}`;
}
