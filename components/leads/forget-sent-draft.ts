import { isFormName } from "#lib/leads/form/form-name.ts";
import { draftPlace } from "./draft-place.ts";

/** On the page of thanks: what the browser posted by itself is sent now, and no draft any more. */
export function forgetSentDraft() {
  const name = document.querySelector<HTMLElement>("[data-received]")?.dataset.received;
  if (!isFormName(name)) return;
  try {
    for (const place of Object.keys(sessionStorage)) {
      if (place.startsWith(draftPlace(name))) sessionStorage.removeItem(place);
    }
  } catch (error) {
    // The browser keeps nothing for sites.
    if (!(error instanceof DOMException)) throw error;
  }
}
