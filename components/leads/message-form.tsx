import { EmailField } from "#components/forms/email-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import type { FieldName } from "#lib/leads/form/fields.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";
import { fieldState } from "./field-state.ts";
import { LeadFormFrame } from "./lead-form-frame.tsx";
import type { LeadFormText } from "./lead-form-text.ts";

type MessageFormProps = {
  name: FormName;
  locale: Locale;
  text: LeadFormText;
  own: { submit: string; nameHint: string; emailHint: string; message: string; messageHint: string };
  state: LeadFormState;
};

/** A text with a name and an address: a message to the team, or a reply to an article. */
export function MessageForm({ name, locale, text, own, state }: MessageFormProps) {
  const field = (field: FieldName) => fieldState(name, state, field);

  return (
    <LeadFormFrame name={name} locale={locale} text={text} submit={own.submit} state={state}>
      {state.values.article && <input type="hidden" name="article" value={state.values.article} />}
      <TextField label={text.labels.name} hint={own.nameHint} autoComplete="name" {...field("name")} />
      <EmailField label={text.labels.email} hint={own.emailHint} slip={text.slip} {...field("email")} />
      <TextAreaField label={own.message} hint={own.messageHint} {...field("message")} />
    </LeadFormFrame>
  );
}
