"use client";

import { ConsentField } from "#components/forms/consent-field.tsx";
import { EmailField } from "#components/forms/email-field.tsx";
import { type Option, SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { LeadFormState } from "#lib/leads/form-state.ts";
import { LeadFormFrame } from "./lead-form-frame.tsx";
import { type LeadAction, type LeadFormText, useLeadForm } from "./use-lead-form.ts";

type InquiryFormProps = {
  locale: Locale;
  text: LeadFormText;
  own: Messages["inquiry"];
  services: Option[];
  countries: Option[];
  action: LeadAction;
  initial: LeadFormState;
};

export function InquiryForm({ locale, text, own, services, countries, action, initial }: InquiryFormProps) {
  const slugs = services.map(({ value }) => value);
  const form = useLeadForm({ form: "inquiry", locale, text, services: slugs, action, initial });
  const { values } = initial;
  const optional = (label: string) => `${label} ${text.optional}`;

  return (
    <LeadFormFrame
      name="inquiry"
      address={paths.inquiry(locale)}
      locale={locale}
      text={text}
      submit={own.submit}
      form={form}
    >
      <TextField label={text.name} autoComplete="name" defaultValue={values.name} {...form.field("name")} />
      <EmailField label={text.email} hint={text.emailHint} defaultValue={values.email} {...form.field("email")} />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <TextField
          label={text.company}
          autoComplete="organization"
          defaultValue={values.company}
          {...form.field("company")}
        />
        <SelectField
          label={text.country}
          prompt={text.chooseCountry}
          options={countries}
          autoComplete="country"
          defaultValue={values.country}
          {...form.field("country")}
        />
      </div>
      <SelectField
        label={text.service}
        prompt={text.chooseService}
        options={services}
        defaultValue={values.service}
        {...form.field("service")}
      />
      <TextAreaField
        label={own.message}
        hint={own.messageHint}
        defaultValue={values.message}
        {...form.field("message")}
      />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <TextField
          label={optional(text.team)}
          hint={text.teamHint}
          defaultValue={values.team}
          {...form.field("team")}
        />
        <TextField
          label={optional(text.start)}
          hint={text.startHint}
          defaultValue={values.start}
          {...form.field("start")}
        />
      </div>
      <TextField
        label={optional(text.phone)}
        type="tel"
        autoComplete="tel"
        defaultValue={values.phone}
        {...form.field("phone")}
      />
      {values.zone && <input type="hidden" name="zone" value={values.zone} />}
      <ConsentField
        label={text.consent}
        privacy={{ href: paths.page(locale, "privacy"), label: text.privacy }}
        defaultChecked={values.consent === "on"}
        {...form.field("consent")}
      />
    </LeadFormFrame>
  );
}
