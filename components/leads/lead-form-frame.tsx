import type { ReactNode } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import { DecoyField } from "./decoy-field.tsx";
import type { LeadFormText, useLeadForm } from "./use-lead-form.ts";

type LeadFormFrameProps = {
  address: string;
  locale: Locale;
  text: LeadFormText;
  submit: string;
  form: ReturnType<typeof useLeadForm>;
  children: ReactNode;
};

/** What both forms share: the summary of errors, the hidden fields, the button. */
export function LeadFormFrame({ address, locale, text, submit, form, children }: LeadFormFrameProps) {
  const message = messageFor(form.state.status, text);
  const title = message ? text.notSent : text.problem;
  return (
    <>
      {(message || form.errors.length > 0) && (
        <ErrorSummary ref={form.summary} title={title} message={message} errors={form.errors} />
      )}
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

function messageFor(status: ReturnType<typeof useLeadForm>["state"]["status"], text: LeadFormText) {
  switch (status) {
    case "unavailable":
      return text.unavailable;
    case "too-large":
      return text.tooLarge;
    case "unreadable":
      return text.unreadable;
    default:
      return undefined;
  }
}
