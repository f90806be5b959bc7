import { type FocusEvent, useRef } from "react";

type FormMarks = {
  /** For the form's focus events. */
  onFocus(event: FocusEvent<HTMLFormElement>): void;
  /** Adds the marks to what is posted. */
  mark(posted: FormData): void;
};

/**
 * Where script runs, adds three hidden values to a form that is posted:
 * - `key`: identifies this form, so that the server recognises a second post of it.
 * - `token`: signed by the server when the form is first touched, it tells how long filling it in took. A form without
 *   one is accepted as well.
 * - `from`: the page that the form was opened from.
 */
export function useFormMarks(isEmpty: boolean): FormMarks {
  const key = useRef<string>(undefined);
  const isAsked = useRef(false);
  const signed = useRef("");

  return {
    onFocus({ currentTarget }) {
      // A form that the server gave back filled in may be sent again at once: its time would say nothing.
      if (!isEmpty || isAsked.current) return;
      isAsked.current = true;
      // The same goes for one that was filled in before the script ran, or by the browser.
      if (isBegun(currentTarget)) return;
      fetchToken().then((token) => {
        signed.current = token;
      });
    },
    mark(posted) {
      key.current ??= keyOfForm();
      posted.set("key", key.current);
      // Not waited for: the network may be slow, and the visitor is not to blame.
      posted.set("token", signed.current);
      posted.set("from", openedFrom());
    },
  };
}

function isBegun(form: HTMLFormElement): boolean {
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
  return Array.from(fields).some(({ value, defaultValue }) => value !== defaultValue);
}

/** The page before this one: as a path if it is on this site, whatever host name the site was reached under. */
function openedFrom(): string {
  const { origin } = window.location;
  const { referrer } = document;
  return referrer.startsWith(`${origin}/`) ? referrer.slice(origin.length) : referrer;
}

async function fetchToken(): Promise<string> {
  try {
    const answer = await fetch("/api/forms/token", { cache: "no-store" });
    return (await answer.json()).token ?? "";
  } catch {
    return "";
  }
}

/**
 * Survives a reload and the way back from the page of thanks: what is changed and sent then amends the first post. It is
 * kept in the entry of the browser's history, so that the site stores nothing.
 */
function keyOfForm(): string {
  const { history } = window;
  if (typeof history.state?.formKey === "string") return history.state.formKey;
  // Over plain http, browsers have randomUUID on localhost alone.
  const fresh = globalThis.crypto?.randomUUID?.() ?? "";
  history.replaceState({ ...history.state, formKey: fresh }, "");
  return fresh;
}
