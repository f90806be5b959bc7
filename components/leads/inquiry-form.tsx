import { EmailField } from "#components/forms/email-field.tsx";
import { type Option, SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { FieldName } from "#lib/leads/form/fields.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";
import { fieldState } from "./field-state.ts";
import { LeadFormFrame } from "./lead-form-frame.tsx";
import type { LeadFormText } from "./lead-form-text.ts";

type InquiryFormProps = {
  locale: Locale;
  text: LeadFormText;
  own: Messages["inquiry"];
  services: Option[];
  countries: Option[];
  state: LeadFormState;
};

export function InquiryForm({ locale, text, own, services, countries, state }: InquiryFormProps) {
  const field = (name: FieldName) => fieldState("inquiry", state, name);
  const optional = (label: string) => `${label} ${text.optional}`;

  return (
    <LeadFormFrame name="inquiry" locale={locale} text={text} submit={own.submit} state={state}>
      <TextField label={text.labels.name} autoComplete="name" {...field("name")} />
      <EmailField label={own.email} hint={text.emailHint} slip={text.slip} {...field("email")} />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <TextField label={text.labels.company} autoComplete="organization" {...field("company")} />
        <SelectField
          label={text.labels.country}
          prompt={text.chooseCountry}
          options={countries}
          autoComplete="country"
          {...field("country")}
        />
      </div>
      <SelectField label={text.labels.service} prompt={text.chooseService} options={services} {...field("service")} />
      <TextAreaField label={own.message} hint={own.messageHint} {...field("message")} />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <TextField label={optional(text.labels.team)} hint={text.teamHint} {...field("team")} />
        <TextField label={optional(text.labels.start)} hint={text.startHint} {...field("start")} />
      </div>
      <TextField label={optional(text.labels.phone)} type="tel" autoComplete="tel" {...field("phone")} />
      {state.values.zone && <input type="hidden" name="zone" value={state.values.zone} />}
    </LeadFormFrame>
  );
}
