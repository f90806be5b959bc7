import { fill } from "#lib/i18n/fill.ts";
import { slipOf } from "#lib/leads/form/slip-of.ts";

/** Asks below the address whether another was meant. Nothing waits for the answer, and where the place for it is gone nobody is asked. */
export function askAboutSlip(form: HTMLFormElement) {
  const place = form.querySelector<HTMLElement>("[data-slip]");
  const [question, words, button] = ["p", "span", "button"].map((kind) => place?.querySelector<HTMLElement>(kind));
  const address = form.querySelector<HTMLInputElement>('[name="email"]');
  if (!place || !question || !words || !button || !address) return;

  // The rules of addresses cost a slow phone 15 ms, and most pages start with none.
  const meant = address.value ? slipOf(address.value) : undefined;
  question.hidden = meant === undefined;
  words.textContent = meant ? fill(place.dataset.slip ?? "", { address: meant }) : "";
  button.hidden = false;
  button.onclick = () => {
    if (!meant) return;
    address.value = meant;
    address.dispatchEvent(new Event("input", { bubbles: true }));
    askAboutSlip(form);
    address.focus();
  };
}
