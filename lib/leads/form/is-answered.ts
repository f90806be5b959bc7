import type { FormName } from "./form-name.ts";

/** Who signs up for the newsletter, or replies to an article, is not promised an answer. */
export function isAnswered(form: FormName): boolean {
  return form === "contact" || form === "inquiry";
}
