import type { FormName } from "./form-name.ts";

/** Who signs up for the newsletter, replies to an article or applies for an opening is not promised an answer. */
export function isAnswered(form: FormName): boolean {
  return form === "contact" || form === "inquiry";
}
