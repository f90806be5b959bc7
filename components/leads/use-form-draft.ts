import { useEffect, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { FormName } from "#lib/leads/form-name.ts";
import type { LeadFormState } from "#lib/leads/form-state.ts";
import { type FormValues, formFields } from "#lib/leads/form-values.ts";

/**
 * Keeps what could not be sent in the tab's session storage until it is sent, so that neither a reload nor a visit to
 * another page loses it. True when the form was filled in from there.
 */
export function useFormDraft(
  form: FormName,
  state: LeadFormState,
  { getValues, setValue }: Pick<UseFormReturn<FormValues>, "getValues" | "setValue">,
): boolean {
  const [isDraft, setDraft] = useState(false);
  const place = `draft.${form}`;

  useEffect(() => {
    if (state.status === "unavailable") keep(place, JSON.stringify(state.values));
    if (state.status === "received") keep(place, null);
    if (state.status !== "idle") return;

    const draft = kept(place);
    if (!draft) return;
    // Whatever was typed before the script ran is newer.
    for (const field of formFields[form]) if (draft[field] && !getValues(field)) setValue(field, draft[field]);
    setDraft(true);
  }, [form, place, state, getValues, setValue]);

  return isDraft && state.status === "idle";
}

function keep(place: string, draft: string | null) {
  try {
    if (draft === null) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, draft);
  } catch (error) {
    // The browser keeps nothing for sites, or is full. The text is still in the form.
    if (!(error instanceof DOMException)) throw error;
  }
}

function kept(place: string): FormValues | undefined {
  try {
    const draft = sessionStorage.getItem(place);
    return draft ? JSON.parse(draft) : undefined;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return undefined;
  }
}
