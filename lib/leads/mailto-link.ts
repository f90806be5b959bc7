import type { FormName } from "./form-name.ts";
import { type FormValues, formFields } from "./form-values.ts";

/** A link that opens the visitor's mail program with what they typed (RFC 6068: line breaks are CR LF). */
export function mailtoLink(address: string, form: FormName, values: FormValues, subject: string): string {
  const fields = formFields[form].filter((field) => field !== "consent" && field !== "zone");
  const body = fields.flatMap((field) => values[field] || []).join("\r\n\r\n");
  return `mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.toWellFormed())}`;
}
