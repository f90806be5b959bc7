import type { FieldName, FieldsLike } from "./fields.ts";
import type { FormName } from "./form-name.ts";

/** What some forms say of an empty field instead of `<field>_missing`. */
export const missingCodes = {
  inquiry: { message: "inquiry_missing" },
  newsletter: { consent: "newsletter_consent_missing" },
  reply: { message: "reply_missing", consent: "reply_consent_missing" },
  application: { consent: "application_consent_missing" },
} as const satisfies Partial<Record<FormName, Partial<Record<FieldName, string>>>>;

type Required = Exclude<FieldsLike<object>, FieldsLike<{ isOptional: true } | { holds: "zone" | "slug" }>>;
type MissingIn<Codes> = Codes extends object ? Codes[keyof Codes] : never;

/** Codes only: the sentences are in content/{locale}/messages.ts, under `leadErrors`. One without a sentence does not compile. */
export type LeadErrorCode =
  | `${Required}_missing`
  | MissingIn<(typeof missingCodes)[keyof typeof missingCodes]>
  | `${FieldsLike<{ limit: number }>}_long`
  | `${FieldsLike<{ holds: "country" | "service" }>}_unknown`
  | `${FieldsLike<{ holds: "link" }>}_format`
  | "email_format"
  | "email_several";
