import type { FieldName } from "#lib/leads/form/fields.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import type { FieldSentences } from "#lib/leads/form/form-state.ts";
import { formValues } from "#lib/leads/form/form-values.ts";
import { writeInstead } from "#lib/leads/form/write-instead.ts";
import type { LeadFormWords } from "./lead-form-words.ts";

/**
 * Shows what is wrong, in the places that the markup has for it: a summary above the form that takes the focus, and a sentence at
 * each field. A place that somebody took out of the page is passed over; without a summary the server has to tell.
 */
export function problemPlace(form: HTMLFormElement, fields: readonly FieldName[], words: LeadFormWords) {
  /** Whether the summary speaks of fields, and follows them. */
  let isOfFields = false;

  function update(found: FieldSentences) {
    for (const field of fields) showAt(field, found[field]);
    if (isOfFields) list(found);
  }

  function showAt(field: FieldName, sentence = "") {
    const place = document.getElementById(`${field}-error`);
    if (place) {
      place.textContent = sentence;
      place.hidden = sentence === "";
    }
    const control = form.querySelector(`[name="${field}"]`);
    if (sentence) control?.setAttribute("aria-invalid", "true");
    else control?.removeAttribute("aria-invalid");
  }

  function list(sentences: FieldSentences) {
    const items = fields.flatMap((field) => {
      const sentence = sentences[field];
      return sentence ? [itemFor(field, sentence)] : [];
    });
    show({ title: words.problem, items });
  }

  function itemFor(field: FieldName, sentence: string): HTMLLIElement {
    const link = document.createElement("a");
    link.href = `#${field}`;
    link.className = "error-link";
    link.textContent = sentence;
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  function show({ title, message = "", items = [] }: { title: string; message?: string; items?: HTMLLIElement[] }) {
    const summary = findSummary();
    const [heading, paragraph, errors] = ["h2", "p", "ul"].map((kind) => summary?.querySelector<HTMLElement>(kind));
    if (!summary || !heading || !paragraph || !errors) throw new Error("The page has lost the place for its errors.");
    heading.textContent = title;
    paragraph.textContent = message;
    paragraph.hidden = message === "";
    errors.replaceChildren(...items);
    errors.hidden = items.length === 0;
    summary.hidden = message === "" && items.length === 0;
    offerMail(undefined);
  }

  function offerMail(writeTo: string | undefined) {
    const subject = form.querySelector<HTMLElement>("[data-send]");
    const name = form.dataset.leadForm as FormName;
    const mail = writeTo
      ? writeInstead(writeTo, {
          form: name,
          values: formValues(name, new FormData(form)),
          // While it sends, the button says that.
          subject: subject?.dataset.label ?? subject?.textContent ?? "",
          cut: words.cut,
        })
      : undefined;
    const offer = findOffer();
    const whole = document.querySelector<HTMLElement>("[data-whole-text]");
    const text = whole?.querySelector("textarea");
    if (offer) offer.hidden = !mail;
    offer?.querySelector("a")?.setAttribute("href", mail?.href ?? "");
    if (whole) whole.hidden = !mail?.rest;
    if (text) text.value = mail?.rest ?? "";
  }

  function focus() {
    findSummary()?.focus();
    if (!document.title.startsWith(words.errorPrefix)) document.title = words.errorPrefix + document.title;
  }

  return {
    /** What is wrong with fields changed while they are typed in. */
    update,

    /** Says what is wrong with fields, after the form was sent. Throws when the page has lost its summary. */
    tell(found: FieldSentences) {
      isOfFields = true;
      update(found);
      focus();
    },

    /** The form as a whole was not taken. */
    tellTrouble(message: string, writeTo: string | undefined) {
      isOfFields = false;
      show({ title: words.notSent, message });
      offerMail(writeTo);
      focus();
    },

    /** What is offered to be sent by mail, by the server too, has what is in the form by now. */
    renewMail() {
      const offer = findOffer();
      const [, writeTo] = /^mailto:([^?]+)/.exec(offer?.querySelector("a")?.getAttribute("href") ?? "") ?? [];
      if (writeTo && !offer?.hidden) offerMail(decodeURIComponent(writeTo));
    },
  };
}

function findOffer(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-write-instead]");
}

function findSummary(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-problem]");
}
