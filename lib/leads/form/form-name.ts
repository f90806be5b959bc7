export const formNames = ["contact", "inquiry", "newsletter", "reply"] as const;
export type FormName = (typeof formNames)[number];

export function isFormName(value: string | undefined): value is FormName {
  return formNames.some((name) => name === value);
}
