import { EmailField } from "#components/forms/email-field.tsx";
import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";
import { fieldState } from "./field-state.ts";
import { LeadFormFrame } from "./lead-form-frame.tsx";
import type { LeadFormText } from "./lead-form-text.ts";

type NewsletterFormProps = {
  locale: Locale;
  text: LeadFormText;
  own: Messages["newsletter"];
  state: LeadFormState;
};

export function NewsletterForm({ locale, text, own, state }: NewsletterFormProps) {
  return (
    <LeadFormFrame name="newsletter" locale={locale} text={text} submit={own.submit} state={state}>
      <EmailField
        label={text.labels.email}
        hint={own.emailHint}
        slip={text.slip}
        {...fieldState("newsletter", state, "email")}
      />
    </LeadFormFrame>
  );
}
