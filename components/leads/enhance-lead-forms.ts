import { enhanceLeadForm, type LeadForm } from "./enhance-lead-form.ts";

/**
 * Improves the forms of a page. Extensions and translators change a page whenever they like, so events are heard on the
 * document, and a form is looked for when something happens in it.
 */
export function enhanceLeadForms() {
  for (const form of leadForms()) form.restore();
  document.addEventListener("focusin", ({ target }) => leadFormAround(target)?.touch());
  document.addEventListener("input", ({ target }) => {
    leadFormAround(target)?.recheck(target);
    leadFormAround(target)?.renewMail();
  });
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === "email") leadFormAround(target)?.askAboutSlip();
    // A clone has what was typed, and of a list what its attributes say.
    if (!(target instanceof HTMLSelectElement) || !leadFormAround(target)) return;
    for (const option of target.options) option.toggleAttribute("selected", option.selected);
  });
  document.addEventListener("submit", (event) => leadFormAround(event.target)?.submit(event));
  // Programs that fill in fields fire no event. Safari gives a link that is clicked no focus.
  for (const kind of ["focusin", "click"]) {
    document.addEventListener(kind, ({ target }) => {
      if (!(target instanceof Element) || !target.closest("[data-write-instead], [data-whole-text]")) return;
      for (const form of leadForms()) form.renewMail();
    });
  }
  document.addEventListener("click", ({ target }) => {
    // The same page in another language.
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[hreflang]") : null;
    if (link) for (const form of leadForms()) form.keepFor(link);
  });
  // A page that a telephone ends in the background hears of the first alone, and one that is left in an older Safari of the second.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") follow();
  });
  window.addEventListener("pagehide", follow);
  // The back button may restore the page as it was left (back/forward cache).
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    for (const form of leadForms()) {
      form.comeBack();
      form.catchUp();
    }
  });
  // The visitor pressed Stop, in browsers that say so; the form waits a while in others.
  window.navigation?.addEventListener("navigateerror", () => {
    for (const form of leadForms()) form.comeBack();
  });
}

function follow() {
  for (const form of leadForms()) form.follow();
}

function leadForms(): LeadForm[] {
  return Array.from(document.querySelectorAll("form[data-lead-form]")).flatMap((form) => leadFormAround(form) ?? []);
}

function leadFormAround(target: EventTarget | null): LeadForm | undefined {
  const form = target instanceof Element ? target.closest<HTMLFormElement>("form[data-lead-form]") : null;
  if (!form) return undefined;
  const leadForm = known.get(form) ?? enhanceLeadForm(form);
  known.set(form, leadForm);
  return leadForm;
}

const known = new WeakMap<HTMLFormElement, LeadForm>();
