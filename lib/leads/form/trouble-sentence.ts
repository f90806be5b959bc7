import type { Messages } from "#content/en/messages.ts";
import { fill } from "#lib/i18n/fill.ts";
import type { FormName } from "./form-name.ts";
import type { LeadFormState } from "./form-state.ts";

/** Why a form as a whole was not taken, for the page and for the script alike. Undefined when its fields are the matter, or nothing is. */
export function troubleSentence(state: LeadFormState, name: FormName, text: Messages["form"]): string | undefined {
  switch (state.status) {
    case "too-many":
      return state.writeTo ? `${text.tooMany} ${fill(text.writeToUs, { address: state.writeTo })}` : text.tooMany;
    case "unavailable":
      return text.unavailable[name];
    case "too-large":
      return text.tooLarge;
    case "unreadable":
      return text.unreadable;
    case "refused":
      return text.refused;
    case "idle":
    case "invalid":
    case "received":
      return undefined;
  }
}
