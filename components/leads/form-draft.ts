import { type FieldName, formFields } from "#lib/leads/form/fields.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import { type FormValues, formValues } from "#lib/leads/form/form-values.ts";

import { draftPlace } from "./draft-place.ts";
import { postedPlace } from "./posted-place.ts";

/**
 * Keeps in the tab's session storage what could not be sent, and what is taken along to another language, until it is sent:
 * neither a reload nor a visit to another page loses it.
 */
export function formDraft(name: FormName, form: HTMLFormElement) {
  const place = draftPlace(name, formValues(name, new FormData(form)).article);
  // A form that the server filled in holds what is newer.
  const isEmpty = form.dataset.isEmpty !== undefined;

  return {
    /**
     * With the key that it was posted with: it may have arrived without an answer. `article` where the form will name its
     * article otherwise, as in another language. False when nothing was typed, which ends what was kept, or the browser keeps nothing.
     */
    keep(key: string | undefined, article?: string): boolean {
      const { article: _article, zone: _zone, ...typed } = formValues(name, new FormData(form));
      if (!Object.entries(typed).some(([field, value]) => value && isTyped(field as FieldName))) {
        keep(place, null);
        return false;
      }
      return keep(
        article ? draftPlace(name, article) : place,
        JSON.stringify({ ...typed, key, served: servedService() }),
      );
    },

    key: () => kept(place)?.key,

    forget() {
      keep(place, null);
      keep(postedPlace(name), null);
    },

    /** The browser posts it by itself, and forgets it on the page of thanks. */
    post: () => keep(postedPlace(name), place),

    restore() {
      const draft = isEmpty ? kept(place) : undefined;
      if (!draft) return;
      // Whatever was typed before the script ran is newer.
      const typed = formValues(name, new FormData(form));
      for (const field of formFields[name]) if (draft[field] && !typed[field]) fillIn(field, draft[field]);
      const served = servedService();
      if (served && typed.service === served && draft.served === served) fillIn("service", draft.service ?? "");
      const note = document.querySelector<HTMLElement>("[data-draft]");
      if (note) note.hidden = false;
    },
  };

  /** And not chosen by the address of the page. */
  function isTyped(field: FieldName): boolean {
    return field !== "service";
  }

  /** What the address chose. Where it is the same as when the draft was kept, the draft says what was chosen after it. */
  function servedService(): string | undefined {
    return new URLSearchParams(location.search).get("service") ?? undefined;
  }

  function fillIn(field: FieldName, value: string) {
    const control = form.querySelector<HTMLInputElement>(`[name="${field}"]`);
    if (control?.type === "checkbox") control.checked = true;
    else if (control) control.value = value;
  }
}

function keep(place: string, draft: string | null): boolean {
  try {
    if (draft === null) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, draft);
    return true;
  } catch (error) {
    // The browser keeps nothing for sites, or is full. The text is still in the form.
    if (!(error instanceof DOMException)) throw error;
    return false;
  }
}

function kept(place: string): (FormValues & { key?: string; served?: string }) | undefined {
  try {
    const draft = sessionStorage.getItem(place);
    return draft ? JSON.parse(draft) : undefined;
  } catch (error) {
    // Nothing may be kept here, or another program has written something else under our name.
    if (!(error instanceof DOMException || error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
