import { formFields } from "./fields.ts";

export type FormName = keyof typeof formFields;
export const formNames = Object.keys(formFields) as FormName[];

export function isFormName(value: string | undefined): value is FormName {
  return formNames.some((name) => name === value);
}
