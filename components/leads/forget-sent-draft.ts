import { isFormName } from "#lib/leads/form/form-name.ts";
import { postedPlace } from "./posted-place.ts";

/**
 * On the page of thanks: what the browser posted by itself is sent now, and no draft any more. A reply to another article still is,
 * and what was typed since, where an older page of thanks is looked at again.
 */
export function forgetSentDraft() {
  const name = document.querySelector<HTMLElement>("[data-received]")?.dataset.received;
  if (!isFormName(name)) return;
  try {
    const posted = sessionStorage.getItem(postedPlace(name));
    if (posted) for (const place of [posted, postedPlace(name)]) sessionStorage.removeItem(place);
  } catch (error) {
    // The browser keeps nothing for sites.
    if (!(error instanceof DOMException)) throw error;
  }
}
