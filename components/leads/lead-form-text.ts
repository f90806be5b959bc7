import type { Messages } from "#content/en/messages.ts";

/** The words that all forms share; each has more of its own. */
export type LeadFormText = Messages["form"] & {
  errors: Messages["leadErrors"];
  /** Where visitors can write when the form cannot be sent. */
  writeTo: string | undefined;
  /** How soon somebody answers; nothing is promised where nobody does. */
  promise: string | undefined;
};
