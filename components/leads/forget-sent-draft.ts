import { isFormName } from "#lib/leads/form/form-name.ts";
import { draftPlace } from "./draft-place.ts";
import { postedPlace } from "./posted-place.ts";

/** On the page of thanks: what the browser posted by itself is sent now, and no draft any more. A reply to another article still is. */
export function forgetSentDraft() {
  const name = document.querySelector<HTMLElement>("[data-received]")?.dataset.received;
  if (!isFormName(name)) return;
  try {
    const posted = sessionStorage.getItem(postedPlace(name));
    for (const place of [draftPlace(name), postedPlace(name), posted ?? ""]) sessionStorage.removeItem(place);
  } catch (error) {
    // The browser keeps nothing for sites.
    if (!(error instanceof DOMException)) throw error;
  }
}
