import { agreedField } from "#lib/leads/form/agreed-field.ts";
import { type FieldName, fieldOf, formFields } from "#lib/leads/form/fields.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import { subjectIn } from "#lib/leads/form/form-subject.ts";
import { type FormValues, formValues } from "#lib/leads/form/form-values.ts";

import { draftPlace } from "./draft-place.ts";
import { postedPlace } from "./posted-place.ts";

type Draft = FormValues & {
  key?: string;
  /** The token that it was sent with: it is corrected, and by no program. */
  token?: string;
  /** The sentence that the consent was ticked under. */
  agreed?: string;
  served?: string;
};

/**
 * Keeps in the tab's session storage what could not be sent, and what is taken along to another language, until it is sent:
 * neither a reload nor a visit to another page loses it. Nothing is kept of what nobody tried to send: others may use the same browser.
 */
export function formDraft(name: FormName, form: HTMLFormElement) {
  const place = draftPlace(name, subjectIn(name, formValues(name, new FormData(form))));
  let seen = JSON.stringify(typed());
  // Whatever the browser was posting has led to this page, and not to thanks.
  keep(postedPlace(name), null);

  return {
    keep: keepTyped,

    /**
     * The visitor may be leaving: what is kept already follows what was typed after it. A page that was come back to, and only
     * looked at, holds what is older.
     */
    follow(key: string | undefined) {
      const now = JSON.stringify(typed());
      if (now !== seen && kept(place)) keepTyped(key);
      seen = now;
    },

    key: () => kept(place)?.key,
    token: () => kept(place)?.token,

    /** It was sent, and may be sent once more with another address. */
    keepSent(key: string | undefined, token: string) {
      keepTyped(key);
      const sent = kept(place);
      if (sent) keep(place, JSON.stringify({ ...sent, token }));
    },

    forget() {
      keep(place, null);
      keep(postedPlace(name), null);
    },

    /** The browser posts it by itself, and forgets it on the page of thanks. */
    post: () => keep(postedPlace(name), place),

    /**
     * After a page came out of the back/forward cache. What Chromium shows such a page of the storage may be old: in another process
     * than the page that wrote to it last, it stayed so until the page was loaded anew (Chromium 156). While the site is out of reach
     * the page stays: it holds the text, and a page of the browser's would stand in its place. `isSending`: a post is under way.
     */
    async catchUp(isSending: () => boolean) {
      const isAsKept = () => kept(place) && leftPrint() === printOf(typed());
      if (isAsKept() && (await isWithinReach()) && isAsKept() && !isSending()) window.location.reload();
    },

    restore() {
      const draft = kept(place);
      if (!draft) return;
      // A release, or the other language, may ask for another sentence than the one that was agreed to.
      if (draft.agreed !== agreed()) delete draft.consent;
      const before = typed();
      // A page that is come back to, by the browser's Back, holds what it held when it was left: what is kept follows later pages.
      const isAsLeft = leftPrint() === printOf(before);
      for (const field of formFields[name].filter((field) => !comesWithPage(field))) {
        // Otherwise whatever was typed before the script ran is newer.
        if (isAsLeft || (draft[field] && (!before[field] || isBegun(field)))) fillIn(field, draft[field] ?? "");
      }
      const served = servedService();
      if (served && before.service === served && draft.served === served) fillIn("service", draft.service ?? "");
      const after = typed();
      const isKept = Object.entries(after).every(
        ([field, value]) => field === "consent" || (draft[field as FieldName] ?? "") === value,
      );
      const note = document.querySelector<HTMLElement>("[data-draft]");
      // Over a text of the page's own it would not be true.
      if (note)
        note.hidden = draft.token !== undefined || (!isKept && JSON.stringify(after) === JSON.stringify(before));
      seen = JSON.stringify(after);
      if (isKept) leavePrint(after);
    },
  };

  /**
   * With the key that it was posted with: it may have arrived without an answer, here or before what was kept was filled in again.
   * `subject` where the form will name what it is about otherwise, as an article in another language. False when nothing was typed, which ends what
   * was kept, or the browser keeps nothing.
   */
  function keepTyped(key: string | undefined, subject?: string): boolean {
    const values = typed();
    if (!subject) {
      seen = JSON.stringify(values);
      leavePrint(values);
    }
    if (!Object.entries(values).some(([field, value]) => value && isTyped(field as FieldName))) {
      keep(place, null);
      return false;
    }
    return keep(
      subject ? draftPlace(name, subject) : place,
      JSON.stringify({ ...values, key: key ?? kept(place)?.key, agreed: agreed(), served: servedService() }),
    );
  }

  function typed(): FormValues {
    const values = Object.entries(formValues(name, new FormData(form)));
    return Object.fromEntries(values.filter(([field]) => !comesWithPage(field as FieldName)));
  }

  /** And not chosen by the address of the page. */
  function isTyped(field: FieldName): boolean {
    return field !== "service" && !isBegun(field);
  }

  /** The address began the message, and nobody went on with it. */
  function isBegun(field: FieldName): boolean {
    if (field !== "message" || !new URLSearchParams(location.search).has("about")) return false;
    const control = form.querySelector<HTMLTextAreaElement>('textarea[name="message"]');
    return control?.value === control?.defaultValue;
  }

  /** What the address chose. Where it is the same as when the draft was kept, the draft says what was chosen after it. */
  function servedService(): string | undefined {
    return new URLSearchParams(location.search).get("service") ?? undefined;
  }

  function agreed(): string | undefined {
    return new FormData(form).get(agreedField)?.toString();
  }

  function fillIn(field: FieldName, value: string) {
    const control = form.querySelector<HTMLInputElement>(`[name="${field}"]`);
    if (control?.type === "checkbox") control.checked = value !== "";
    else if (control) control.value = value;
  }
}

/** Milliseconds. Later the visitor is busy with the page. */
const patienceMs = 5_000;

/** Whether this page would come if it was asked for now. */
async function isWithinReach(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    return (await fetch(window.location.href, { method: "HEAD", cache: "no-store", signal })).ok;
  } catch {
    // Out of reach, or of a browser that knows no such signal: what is on the page stays there.
    return false;
  }
}

/** Nobody types it. */
function comesWithPage(field: FieldName): boolean {
  return ["slug", "zone"].includes(fieldOf(field).holds);
}

/** In the entry of the browser's history, by which a page knows that it holds no more than what was kept when it was left. */
function leavePrint(values: FormValues) {
  try {
    history.replaceState({ ...history.state, draft: printOf(values) }, "");
  } catch (error) {
    // A program, or the browser, takes no more of them: the page is then taken for one with a text of its own.
    console.error(error);
  }
}

function leftPrint(): unknown {
  try {
    return history.state?.draft;
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

/** FNV-1a, of 32 bits: nothing of the text itself is in the history. */
function printOf(values: FormValues): number {
  let print = 0x811c9dc5;
  for (const unit of JSON.stringify(values)) print = Math.imul(print ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return print;
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

function kept(place: string): Draft | undefined {
  try {
    const draft = sessionStorage.getItem(place);
    return draft ? JSON.parse(draft) : undefined;
  } catch (error) {
    // Nothing may be kept here, or another program has written something else under our name.
    if (!(error instanceof DOMException || error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
