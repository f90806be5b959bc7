import type { ReactNode } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { fill } from "#lib/i18n/fill.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { FormName } from "#lib/leads/form-name.ts";
import type { LeadFormState } from "#lib/leads/form-state.ts";
import { mailtoLink } from "#lib/leads/mailto-link.ts";
import { DecoyField } from "./decoy-field.tsx";
import type { LeadFormText, useLeadForm } from "./use-lead-form.ts";

type LeadFormFrameProps = {
  name: FormName;
  address: string;
  locale: Locale;
  text: LeadFormText;
  submit: string;
  form: ReturnType<typeof useLeadForm>;
  children: ReactNode;
};

/** What every form shares: the summary of errors, the hidden fields, the button. */
export function LeadFormFrame({ name, address, locale, text, submit, form, children }: LeadFormFrameProps) {
  const { state } = form;
  const message = messageFor(state, name, text);
  const title = message ? text.notSent[name] : text.problem;
  return (
    <>
      {(message || form.errors.length > 0) && (
        <ErrorSummary ref={form.summary} title={title} message={message} errors={form.errors}>
          {(state.status === "unavailable" || state.status === "too-many") && (
            <WriteInstead name={name} state={state} text={text} subject={submit} />
          )}
        </ErrorSummary>
      )}
      {/* There before its words: what comes together with them is not announced everywhere. */}
      <div role="status">{form.isDraft && <p className="mb-8 border-4 border-current p-5">{text.draft}</p>}</div>
      <form
        method="post"
        action={address}
        encType="multipart/form-data"
        noValidate
        onSubmit={form.onSubmit}
        onFocus={form.onFocus}
        className="grid gap-6"
      >
        <input type="hidden" name="locale" value={locale} />
        {children}
        <DecoyField label={text.decoy} />
        <div>
          <SubmitButton label={submit} pendingLabel={text.sending} pending={form.pending} />
        </div>
      </form>
    </>
  );
}

type WriteInsteadProps = {
  name: FormName;
  state: Extract<LeadFormState, { status: "unavailable" | "too-many" }>;
  text: LeadFormText;
  subject: string;
};

function WriteInstead({ name, state, text, subject }: WriteInsteadProps) {
  const address = state.writeTo ?? text.writeTo;
  if (!address) return null;
  return (
    <p className="mt-2">
      <a
        href={mailtoLink(address, name, state.values, subject)}
        className="inline-flex min-h-11 items-center font-semibold underline"
      >
        {text.writeInstead}
      </a>
    </p>
  );
}

function messageFor(state: LeadFormState, name: FormName, text: LeadFormText) {
  switch (state.status) {
    case "too-many": {
      const address = state.writeTo ?? text.writeTo;
      return address ? `${text.tooMany} ${fill(text.writeToUs, { address })}` : text.tooMany;
    }
    case "unavailable":
      return text.unavailable[name];
    case "too-large":
      return text.tooLarge;
    case "unreadable":
      return text.unreadable;
    case "refused":
      return text.refused;
    default:
      return undefined;
  }
}
