import { type FormName, isFormName } from "#lib/leads/form/form-name.ts";
import { postedPlace } from "./posted-place.ts";

/**
 * On the page of thanks: what was posted is sent now, and no draft any more. A reply to another article still is,
 * and what was typed since, where an older page of thanks is looked at again. Where the address looks mistyped it is one
 * until the visitor leaves by any other way than the link back to the form.
 */
export function forgetSentDraft() {
  const name = document.querySelector<HTMLElement>("[data-received]")?.dataset.received;
  if (!isFormName(name)) return;
  const again = document.querySelector<HTMLAnchorElement>("a[data-again]");
  if (!again) return forget(name);
  const leave = () => forget(name);
  window.addEventListener("pagehide", leave);
  again.addEventListener("click", ({ ctrlKey, metaKey, shiftKey, altKey }) => {
    // With a key the form opens beside this page, which is left by another way.
    if (!ctrlKey && !metaKey && !shiftKey && !altKey) window.removeEventListener("pagehide", leave);
  });
}

function forget(name: FormName) {
  try {
    const posted = sessionStorage.getItem(postedPlace(name));
    if (posted) for (const place of [posted, postedPlace(name)]) sessionStorage.removeItem(place);
  } catch (error) {
    // The browser keeps nothing for sites.
    if (!(error instanceof DOMException)) throw error;
  }
}
