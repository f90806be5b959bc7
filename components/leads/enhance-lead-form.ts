import { createFormControl, type FieldErrors, type Resolver } from "react-hook-form";
import { defaultLocale, isLocale, type Locale } from "#lib/i18n/locales.ts";
import { agreedField } from "#lib/leads/form/agreed-field.ts";
import { checkForm } from "#lib/leads/form/check-form.ts";
import { decoyField } from "#lib/leads/form/decoy-field.ts";
import { errorSentences } from "#lib/leads/form/error-sentences.ts";
import { type FieldName, formFields } from "#lib/leads/form/fields.ts";
import { type FormName, isFormName } from "#lib/leads/form/form-name.ts";
import type { FieldSentences } from "#lib/leads/form/form-state.ts";
import { formSubject } from "#lib/leads/form/form-subject.ts";
import { type FormValues, formValues } from "#lib/leads/form/form-values.ts";
import { languageField } from "#lib/leads/form/language-field.ts";
import { receivedPath } from "#lib/leads/form/received-path.ts";
import { slipOf } from "#lib/leads/form/slip-of.ts";
import { askAboutSlip } from "./ask-about-slip.ts";
import { formDraft } from "./form-draft.ts";
import { formMarks } from "./form-marks.ts";
import type { LeadFormWords } from "./lead-form-words.ts";
import { postLeadForm } from "./post-lead-form.ts";
import { problemPlace } from "./problem-place.ts";

/** The next page is there by then, but on the slowest lines. */
const leaveMs = 10_000;

export type LeadForm = ReturnType<typeof enhanceLeadForm>;

/**
 * One form for two paths. The markup posts by itself; where script runs, the same rules are checked first
 * (react-hook-form), and the same post is made without leaving the page. What is checked is what would be posted, not what
 * events told: programs that fill in fields fire none. Where anything goes wrong here, the browser posts the form by itself.
 */
export function enhanceLeadForm(form: HTMLFormElement) {
  const name = formNameOf(form);
  const words: LeadFormWords = JSON.parse(form.dataset.words ?? "");
  const fields: readonly FieldName[] = formFields[name];
  const posted: readonly string[] = [...fields, decoyField, agreedField, "locale", "key", "token", "from"];
  const draft = formDraft(name, form);
  const marks = formMarks(name, form, draft);
  const problem = problemPlace(form, fields, words);
  let isSending = false;
  let unanswered = 0;

  const resolver: Resolver<FormValues> = (typed) => {
    const errors = toHookErrors(wrongIn(new FormData(form)));
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: typed, errors: {} };
  };
  const { handleSubmit, register, setError, subscribe } = createFormControl<FormValues>({
    resolver,
    shouldFocusError: false,
  });
  const registered = new Map(fields.map((field) => [field, register(field)]));
  form.dataset.enhanced = "";
  subscribe({ formState: { errors: true }, callback: ({ errors = {} }) => problem.update(toSentences(errors)) });

  function wrongIn(data: FormData): FieldSentences {
    const values = formValues(name, data);
    const locale = localeIn(new FormData(form));
    // Where a program has put a field of its own in place of the list, the server knows what is on it.
    const listed = offered("service");
    const checked = checkForm(name, values, listed.length > 0 ? listed : [values.service ?? ""]);
    return checked.ok ? {} : errorSentences(checked.errors, values, words.errors, locale);
  }

  function offered(field: FieldName): string[] {
    const lists = Array.from(form.elements).filter((element) => element instanceof HTMLSelectElement);
    return lists.flatMap(({ name, options }) => (name === field ? Array.from(options, ({ value }) => value) : []));
  }

  async function send() {
    const data = new FormData(form);
    // Extensions add fields of their own, dozens at times, and a post with too many is refused.
    for (const field of new Set(data.keys())) if (!posted.includes(field)) data.delete(field);
    setSending(true);
    const answer = await postLeadForm(form, name, data);
    // What is found wrong was right here, by the same rules.
    unanswered = answer.ref || answer.error ? 0 : unanswered + 1;
    // Where fetch is blocked, or something makes another post of ours, it stays so: what the browser posts by itself goes through.
    // A browser that calls itself offline may be wrong, and if it is not, its own page is the worse one to read.
    const mostTries = navigator.onLine ? 2 : 3;
    if (unanswered >= mostTries || answer.isUnreadable || arrivedEmpty(answer.errors ?? {}, data)) {
      keepDraft();
      return postByBrowser();
    }
    if (answer.ref) {
      const { email: typed = "" } = formValues(name, data);
      if (slipOf(typed)) keepForThanks();
      else draft.forget();
      window.location.assign(receivedPath(localeIn(data), name, { ref: answer.ref, call: answer.call, typed }));
      return endIfStopped();
    }

    setSending(false);
    if (answer.errors) {
      for (const [field, message] of Object.entries(answer.errors)) setError(field as FieldName, { message });
      return tellMistakes(answer.errors);
    }
    const { error = words.unavailable, writeTo = words.writeTo } = answer;
    problem.tellTrouble(error, writeTo);
    keepDraft();
  }

  /** The page of thanks asks about the address, and leads back to the form. */
  function keepForThanks() {
    draft.keepSent(marks.key(), marks.token());
    draft.post();
  }

  /** Without script a reload shows them again with what was typed. */
  function tellMistakes(errors: FieldSentences) {
    keepDraft();
    problem.tell(errors);
  }

  function postByBrowser() {
    draft.post();
    keepEntry();
    HTMLFormElement.prototype.submit.call(form);
    endIfStopped();
  }

  /**
   * A form that is posted to the page's own address takes the place of its entry in the history: with the server out of reach, Back
   * would lead from the browser's error page to the page before the form.
   */
  function keepEntry() {
    try {
      history.pushState(history.state, "");
    } catch (error) {
      // A program, or the browser, takes no more of them.
      console.error(error);
    }
  }

  /** Nothing tells every browser's pages that the visitor pressed Stop. To send once more does no harm: the key is the same. */
  function endIfStopped() {
    setTimeout(() => setSending(false), leaveMs);
  }

  /** Whether the server misses a field that is filled in here. */
  function arrivedEmpty(errors: FieldSentences, data: FormData): boolean {
    const missing = wrongIn(new FormData());
    return fields.some((field) => data.get(field) && errors[field] !== undefined && errors[field] === missing[field]);
  }

  /** `page`: the form in another language, for which it is kept. */
  function keepDraft(page?: URL) {
    const subject = formSubject(name);
    const about = subject && page ? page.searchParams.get(subject.field) : undefined;
    // What it is about is in one language alone: the server shows the form all the same, where it is posted to.
    return about === null ? false : draft.keep(marks.key(), about);
  }

  /** The same form in another language, as the page's own link names it: an article may have another address there. */
  function addressIn(button: HTMLButtonElement): URL {
    const address = new URL(button.formAction);
    const link = document.querySelector<HTMLAnchorElement>(`header a[hreflang="${CSS.escape(button.value)}"]`);
    const found = link && new URL(link.href).pathname === address.pathname ? new URL(link.href) : address;
    const zone = new FormData(form).get("zone");
    if (typeof zone === "string") found.searchParams.set("zone", zone);
    return found;
  }

  /** The button stays where it is: one that is taken away loses the keyboard's place. */
  function setSending(isIt: boolean) {
    isSending = isIt;
    const button = form.querySelector<HTMLButtonElement>("[data-send]");
    const status = form.querySelector('[data-send] + [role="status"]');
    if (status) status.textContent = isIt ? words.sending : "";
    if (!button) return;
    button.setAttribute("aria-disabled", String(isIt));
    button.dataset.label ??= button.textContent;
    button.textContent = isIt ? words.sending : button.dataset.label;
  }

  return {
    /** Fills in what could not be sent before. A form that the server gives back filled in holds what is newer. */
    restore() {
      if (form.dataset.isEmpty === undefined) keepDraft();
      else draft.restore();
      askAboutSlip(form);
    },
    askAboutSlip: () => askAboutSlip(form),
    /** What is typed goes along to where a link leads: the same page in another language. */
    keepFor: ({ href }: HTMLAnchorElement) => keepDraft(new URL(href)),
    follow: () => draft.follow(marks.key()),
    renewMail: problem.renewMail,
    touch: marks.touch,
    comeBack: () => setSending(false),
    catchUp: () => draft.catchUp(() => isSending),

    /** A field that had an error is checked while it is mended. */
    recheck(target: EventTarget | null) {
      if (!(target instanceof HTMLElement)) return;
      const field = target.getAttribute("name");
      // The value tells the hook that something changed. What is checked is read from the form.
      registered
        .get(field as FieldName)
        ?.onChange({ type: "change", target: { name: field, value: new FormData(form).get(field ?? "") } });
    },

    async submit(event: SubmitEvent) {
      const button = event.submitter;
      if (button instanceof HTMLButtonElement && button.name === languageField) {
        // Without a draft the server shows what was typed. A browser asks whether to post again before it comes back to that.
        const address = addressIn(button);
        if (!keepDraft(address)) return;
        event.preventDefault();
        window.location.assign(address);
        return;
      }
      event.preventDefault();
      if (isSending) return;
      try {
        marks.mark();
        await handleSubmit(send, (errors) => tellMistakes(toSentences(errors)))();
      } catch (cause) {
        postByBrowser();
        console.error(cause);
      }
    },
  };
}

function formNameOf({ dataset }: HTMLFormElement): FormName {
  if (!isFormName(dataset.leadForm)) throw new Error(`There is no form ${dataset.leadForm}`);
  return dataset.leadForm;
}

/** Programs that take hidden fields away leave the address of the page. */
function localeIn(data: FormData): Locale {
  const [, ofPage] = window.location.pathname.split("/");
  return [data.get("locale"), ofPage].find((each) => typeof each === "string" && isLocale(each)) ?? defaultLocale;
}

function toHookErrors(sentences: FieldSentences): FieldErrors<FormValues> {
  return Object.fromEntries(Object.entries(sentences).map(([field, message]) => [field, { type: "rule", message }]));
}

function toSentences(errors: FieldErrors<FormValues>): FieldSentences {
  return Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, error?.message ?? ""]));
}
