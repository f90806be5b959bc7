import { type FormName, formNames } from "./form-name.ts";

/** Who applies for an opening is no client: neither figures of inquiries nor programs for them have them. */
export function isForSales(form: FormName): boolean {
  return form !== "application";
}

export const formsForOthers = formNames.filter((form) => !isForSales(form));
