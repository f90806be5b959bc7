import type { FormName } from "#lib/leads/form/form-name.ts";
import type { LeadFormText } from "./lead-form-text.ts";

/** What the markup of a form tells its script, in one attribute. */
export type LeadFormWords = Pick<LeadFormText, "errors" | "problem" | "errorPrefix" | "sending" | "cut" | "writeTo"> & {
  notSent: string;
  unavailable: string;
};

export function leadFormWords(name: FormName, text: LeadFormText): LeadFormWords {
  const { errors, problem, errorPrefix, sending, cut, writeTo } = text;
  return {
    errors,
    problem,
    errorPrefix,
    sending,
    cut,
    writeTo,
    notSent: text.notSent[name],
    unavailable: text.unavailable[name],
  };
}
