import { type FieldName, formFields } from "./fields.ts";

type Form = {
  fields: readonly FieldName[];
  /** What is said of an empty field instead of `<field>_missing`. */
  missing?: Partial<Record<FieldName, `${string}_missing`>>;
};

export const forms = {
  contact: { fields: formFields.contact },
  inquiry: { fields: formFields.inquiry, missing: { message: "inquiry_missing" } },
  newsletter: { fields: formFields.newsletter, missing: { consent: "newsletter_consent_missing" } },
  reply: { fields: formFields.reply, missing: { message: "reply_missing", consent: "reply_consent_missing" } },
} as const satisfies Record<keyof typeof formFields, Form>;

export type FormName = keyof typeof forms;
export const formNames = Object.keys(forms) as FormName[];

export function isFormName(value: string | undefined): value is FormName {
  return formNames.some((name) => name === value);
}

export function formOf(name: FormName): Form {
  return forms[name];
}
