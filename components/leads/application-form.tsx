import { EmailField } from "#components/forms/email-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { FieldName } from "#lib/leads/form/fields.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";
import { fieldState } from "./field-state.ts";
import { LeadFormFrame } from "./lead-form-frame.tsx";
import type { LeadFormText } from "./lead-form-text.ts";

type ApplicationFormProps = {
  locale: Locale;
  text: LeadFormText;
  own: Messages["application"];
  state: LeadFormState;
};

export function ApplicationForm({ locale, text, own, state }: ApplicationFormProps) {
  const field = (name: FieldName) => fieldState("application", state, name);
  const optional = (label: string) => `${label} ${text.optional}`;

  return (
    <LeadFormFrame name="application" locale={locale} text={text} submit={own.submit} state={state}>
      {state.values.opening && <input type="hidden" name="opening" value={state.values.opening} />}
      <TextField label={text.labels.name} autoComplete="name" {...field("name")} />
      <EmailField label={text.labels.email} hint={own.emailHint} slip={text.slip} {...field("email")} />
      <TextField
        label={own.cv}
        hint={own.cvHint}
        inputMode="url"
        autoComplete="url"
        spellCheck={false}
        {...field("cv")}
      />
      <TextField label={optional(text.labels.phone)} type="tel" autoComplete="tel" {...field("phone")} />
      <TextAreaField label={optional(own.message)} {...field("message")} />
    </LeadFormFrame>
  );
}
