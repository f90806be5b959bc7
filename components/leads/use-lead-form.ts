import { type FormEvent, startTransition, useActionState, useEffect, useMemo, useRef, useState } from "react";
import { type FieldErrors as HookErrors, type Resolver, useForm } from "react-hook-form";
import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { checkForm } from "#lib/leads/check-form.ts";
import { errorSentences } from "#lib/leads/error-sentences.ts";
import type { FormName } from "#lib/leads/form-name.ts";
import type { FieldSentences, LeadFormState } from "#lib/leads/form-state.ts";
import { type FieldName, type FormValues, formFields, formValues } from "#lib/leads/form-values.ts";
import { useFormDraft } from "./use-form-draft.ts";
import { useFormMarks } from "./use-form-marks.ts";

export type LeadAction = (previous: LeadFormState, form: FormData) => Promise<LeadFormState>;

export type LeadFormText = Messages["form"] & {
  errors: Messages["leadErrors"];
  /** Where visitors can write when the form cannot be sent. */
  writeTo: string | undefined;
};

type LeadForm = {
  form: FormName;
  locale: Locale;
  text: LeadFormText;
  services: readonly string[];
  action: LeadAction;
  initial: LeadFormState;
};

/**
 * One form for two paths. The markup posts by itself to the page's own address, which the server answers; where
 * script runs, the same rules are checked first (react-hook-form) and the same post goes through the server action.
 */
export function useLeadForm({ form, locale, text, services, action, initial }: LeadForm) {
  const [state, send, pending] = useActionState(reaching(action, form), initial);
  const [isLeaving, setLeaving] = useState(false);
  const { onFocus, mark } = useFormMarks(initial.status === "idle");
  const summary = useRef<HTMLDivElement>(null);
  /** The state whose summary was given the focus. */
  const told = useRef<LeadFormState>(undefined);

  const serverErrors = useMemo(() => (state.status === "invalid" ? toHookErrors(state.errors) : {}), [state]);
  const sentencesFor = (values: FormValues) => {
    const checked = checkForm(form, values, services);
    return checked.ok ? {} : errorSentences(checked.errors, values, text.errors, locale);
  };
  const resolver: Resolver<FormValues> = (typed) => {
    const errors = toHookErrors(sentencesFor(asPosted(typed)));
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: typed, errors: {} };
  };
  const { register, handleSubmit, formState, getValues, setValue } = useForm<FormValues>({
    resolver,
    errors: serverErrors,
    shouldFocusError: false,
  });

  const isDraft = useFormDraft(form, state, { getValues, setValue });

  const errors = formFields[form].flatMap((field) => {
    const sentence = formState.errors[field]?.message;
    return sentence ? [{ field, sentence }] : [];
  });

  useEffect(() => {
    if (state.status !== "received") return;
    setLeaving(true);
    window.location.assign(paths.received(locale, form, state.ref));
  }, [state, form, locale]);

  useEffect(() => {
    // react-hook-form gets the errors from the server one render after `state` does; before that there is no summary.
    if (state.status === "idle" || state.status === "received" || !summary.current || told.current === state) return;
    told.current = state;
    showProblem(summary.current, text.errorPrefix);
  });

  useEffect(() => {
    // The back button may restore the page as it was left (back/forward cache).
    const comeBack = (event: PageTransitionEvent) => event.persisted && setLeaving(false);
    window.addEventListener("pageshow", comeBack);
    return () => window.removeEventListener("pageshow", comeBack);
  }, []);

  useEffect(() => {
    if (formState.submitCount > 0 && !formState.isSubmitSuccessful) showProblem(summary.current, text.errorPrefix);
  }, [formState.submitCount, formState.isSubmitSuccessful, text.errorPrefix]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const typed = new FormData(event.currentTarget);
    event.preventDefault();
    if (pending || isLeaving) return;
    mark(typed);
    return handleSubmit(() => startTransition(() => send(typed)))(event);
  }

  return {
    state,
    summary,
    errors,
    isDraft,
    pending: pending || isLeaving,
    onSubmit,
    onFocus,
    field: (name: FieldName) => ({
      ...register(name),
      error: errors.find(({ field }) => field === name)?.sentence,
    }),
  };
}

/**
 * Calls the action. Where it cannot be reached (the page is of an earlier build, a proxy is in between), it posts to
 * the stable address.
 */
function reaching(action: LeadAction, form: FormName): LeadAction {
  return async (previous, data) => {
    try {
      return await action(previous, data);
    } catch {
      return postToStableAddress(form, data);
    }
  };
}

async function postToStableAddress(form: FormName, data: FormData): Promise<LeadFormState> {
  const values = formValues(form, data);
  try {
    const answer = await fetch(`/api/forms/${form}`, {
      method: "POST",
      body: data,
      headers: { accept: "application/json" },
    });
    const { ref, errors, writeTo } = await answer.json();
    if (ref) return { status: "received", values, ref };
    if (errors) return { status: "invalid", values, errors };
    return { status: "unavailable", values, writeTo };
  } catch {
    return { status: "unavailable", values };
  }
}

/** The hook knows a ticked box as true or "on"; a browser posts "on" or nothing. */
function asPosted(typed: FormValues): FormValues {
  return { ...typed, consent: typed.consent ? "on" : "" };
}

function toHookErrors(sentences: FieldSentences): HookErrors<FormValues> {
  return Object.fromEntries(Object.entries(sentences).map(([field, message]) => [field, { type: "rule", message }]));
}

function showProblem(summary: HTMLElement | null, prefix: string) {
  summary?.focus();
  if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
}
