import type { FormName } from "#lib/leads/form/form-name.ts";

/**
 * Three hidden values of what is posted:
 * - `key`: identifies this form, so that the server recognises a second post of it.
 * - `token`: signed by the server when the form is first touched, it tells how long filling it in took. A form without
 *   one is accepted as well.
 * - `from`: the page that the form was opened from.
 */
export function formMarks(
  name: FormName,
  form: HTMLFormElement,
  kept: { key(): string | undefined; token(): string | undefined },
) {
  // A form that the server gave back filled in may be sent again at once: its time would say nothing.
  let isAsked = form.dataset.isEmpty === undefined;
  let key: string | undefined;
  let token = "";

  /** In the form as well: another program may post it while we do, and both are then known as one. */
  function carry(name: string, value: string) {
    const field = form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`);
    if (field) field.value = value;
    else form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }

  return {
    key: () => key,
    token: () => token,

    /** The form was touched. */
    touch() {
      if (isAsked) return;
      isAsked = true;
      // The same goes for one that was filled in before the script ran, or by the browser.
      if (isBegun(form)) return;
      fetchToken(name).then((signed) => {
        token = signed;
      });
    },

    mark() {
      key = keyOfForm(key, kept.key());
      carry("key", key);
      // Not waited for: the network may be slow, and the visitor is not to blame.
      token ||= kept.token() ?? "";
      carry("token", token);
      carry("from", openedFrom());
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

async function fetchToken(form: FormName): Promise<string> {
  try {
    const answer = await fetch(`/api/forms/token?form=${form}`, { cache: "no-store" });
    return (await answer.json()).token ?? "";
  } catch {
    return "";
  }
}

/**
 * Survives a reload and the way back from the page of thanks: what is changed and sent then amends the first post. It is
 * kept in the entry of the browser's history, of which a link to a field that has a mistake makes another, and with the draft of what
 * got no answer.
 */
function keyOfForm(known: string | undefined, kept: string | undefined): string {
  const { history } = window;
  const entry: unknown = history.state?.formKey;
  // Over plain http, browsers have randomUUID on localhost alone.
  const formKey = known ?? (typeof entry === "string" ? entry : (kept ?? globalThis.crypto?.randomUUID?.() ?? ""));
  if (formKey !== entry) history.replaceState({ ...history.state, formKey }, "");
  return formKey;
}
