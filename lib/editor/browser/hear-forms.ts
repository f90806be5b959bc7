import { withoutFiles } from "./without-files.ts";

/**
 * The editor's rich form of a text says by itself, some time after it was drawn, how it would spell that text, and the editor takes it
 * for what somebody wrote. Here it is heard only once somebody has touched it, and only while the text that they touched is the one
 * that stands there. Returns whether a text came from such a form.
 */
export function hearForms(page: Document): (text: string) => boolean {
  // What stood in the form when it was touched, or what it has said since.
  const touched = new WeakMap<Element, string>();
  // Before it has drawn a text it says that there is none.
  const drawn = new WeakSet<Element>();
  const heard = new Map<Element, string>();

  for (const type of ["pointerdown", "click", "keydown", "beforeinput", "input", "paste", "drop"]) listen(type, touch);
  for (const type of ["click", "keydown"]) listen(type, awaitForms);
  // It does not bubble.
  listen("Update", hear);
  return (text) => [...heard.values()].includes(withoutFiles(text.trim()));

  function listen(type: string, listener: (event: Event) => void) {
    page.addEventListener(type, listener, { capture: true });
  }

  function touch({ isTrusted, target }: Event) {
    const form = formOf(target);
    if (form && isTrusted) touched.set(form, textIn(form));
  }

  function hear(event: Event) {
    const form = formOf(event.target);
    const said: unknown = event instanceof CustomEvent ? event.detail?.value : undefined;
    if (!form || typeof said !== "string") return;
    const text = textIn(form);
    if (said !== "") drawn.add(form);
    if (touched.get(form) !== text || (said === "" && text !== "" && !drawn.has(form)))
      return event.stopImmediatePropagation();
    touched.set(form, said);
    heard.set(form, withoutFiles(said.trim()));
  }

  /** It says what was done to it a tenth of a second later, but the editor waits for it at a save only where it was typed in. */
  function awaitForms({ isTrusted }: Event) {
    if (!isTrusted) return;
    for (const form of page.querySelectorAll(formSelector)) {
      if (touched.has(form)) form.dispatchEvent(new Event("beforeinput"));
    }
  }
}

const formSelector = ".sui.text-editor";

function formOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(formSelector) : null;
}

/** Its raw form stands behind the rich one, with the text as the editor has it. */
function textIn(form: Element): string {
  return [...form.querySelectorAll("textarea")].at(-1)?.value ?? "";
}
