import type { LeadFormState } from "#lib/leads/form/form-state.ts";
import { requestStorage } from "./request-storage.ts";

/** What a post left behind, for the page that shows it again. */
export const postedForm = requestStorage<LeadFormState>("postedForm");
