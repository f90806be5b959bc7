import { formFields } from "./fields.ts";
import type { FormName } from "./form-name.ts";
import type { FormValues } from "./form-values.ts";
import { mailtoLink } from "./mailto-link.ts";

type WriteInstead = {
  /** A link that opens the visitor's mail program with what they typed, or with the beginning of it. */
  href: string;
  /** All that was typed, where the link does not hold all of it. */
  rest: string | undefined;
};

type Typed = {
  form: FormName;
  values: FormValues;
  subject: string;
  /** Says at the end of a text that it was cut. */
  cut: string;
};

/** How to send by mail what a form could not send. */
export function writeInstead(address: string, { form, values, subject, cut }: Typed): WriteInstead {
  const fields = formFields[form].filter((field) => field !== "consent" && field !== "zone");
  const text = fields
    .flatMap((field) => values[field] || [])
    .join("\n\n")
    .replaceAll(/\r\n?/g, "\n")
    .toWellFormed();
  const { href, isWhole } = mailtoLink(address, { subject, text, cut });
  return { href, rest: isWhole ? undefined : text };
}
