import { type FocusEvent, useRef } from "react";

type FormMarks = {
  /** For the form's focus events. */
  onFocus(event: FocusEvent<HTMLFormElement>): void;
  /** Adds the marks to what is posted. */
  mark(posted: FormData): void;
};

/**
 * What a form tells of itself where script runs. A key names this filling-in, so that a second post of it is known. A
 * token, which the server signs when the form is first touched, tells how long the filling-in took; without one the
 * form is taken as well. And the page that the form was opened from.
 */
export function useFormMarks(isEmpty: boolean): FormMarks {
  const key = useRef<string>(undefined);
  const isAsked = useRef(false);
  const signed = useRef("");

  return {
    onFocus({ currentTarget }) {
      // A form that comes back filled in is sent again at once, and rightly.
      if (!isEmpty || isAsked.current) return;
      isAsked.current = true;
      // So is one that was written before script came, or that the browser filled in.
      if (isBegun(currentTarget)) return;
      fetchToken().then((token) => {
        signed.current = token;
      });
    },
    mark(posted) {
      key.current ??= keyOf();
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

/** The page before this one; a path when it is ours, under whatever name we were reached. */
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
 * The same after a reload, and after the way back from the thanks: what is changed then amends what was sent. It stands
 * in the entry of the browser's history, so that nothing is stored for the site.
 */
function keyOf(): string {
  const { history } = window;
  if (typeof history.state?.formKey === "string") return history.state.formKey;
  // Plain http off localhost has no randomUUID.
  const fresh = globalThis.crypto?.randomUUID?.() ?? "";
  history.replaceState({ ...history.state, formKey: fresh }, "");
  return fresh;
}
