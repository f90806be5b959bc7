import { useRef } from "react";
import type { FormName } from "#lib/leads/form-name.ts";

type FormMarks = {
  /** For the form's focus events. */
  onFocus(): void;
  /** Adds the marks to what is posted. */
  mark(posted: FormData): void;
};

/**
 * What a form tells of itself where script runs. A key names this filling-in, so that a second post of it is known. A
 * token, which the server signs when the form is first touched, tells how long the filling-in took; without one the
 * form is taken as well.
 */
export function useFormMarks(form: FormName, isEmpty: boolean): FormMarks {
  const key = useRef<string>(undefined);
  const isAsked = useRef(false);
  const signed = useRef("");

  return {
    onFocus() {
      // A form that comes back filled in is sent again at once, and rightly.
      if (!isEmpty || isAsked.current) return;
      isAsked.current = true;
      fetchToken().then((token) => {
        signed.current = token;
      });
    },
    mark(posted) {
      key.current ??= keyOf(form);
      posted.set("key", key.current);
      // Not waited for: the network may be slow, and the visitor is not to blame.
      posted.set("token", signed.current);
    },
  };
}

async function fetchToken(): Promise<string> {
  try {
    const answer = await fetch("/api/forms/token", { cache: "no-store" });
    return (await answer.json()).token ?? "";
  } catch {
    return "";
  }
}

/** The same after a reload, and after the way back from the thanks: what is changed then amends what was sent. */
function keyOf(form: FormName): string {
  const place = `dreamcode.form.${form}`;
  // Plain http off localhost has no randomUUID.
  const fresh = globalThis.crypto?.randomUUID?.() ?? "";
  try {
    const known = hasReturned() && sessionStorage.getItem(place);
    if (known) return known;
    sessionStorage.setItem(place, fresh);
  } catch {
    // The browser keeps nothing for sites, and a key for this page alone will do.
    return fresh;
  }
  return fresh;
}

function hasReturned(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  return navigation instanceof PerformanceNavigationTiming && ["back_forward", "reload"].includes(navigation.type);
}
