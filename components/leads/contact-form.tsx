"use client";

import { ConsentField } from "#components/forms/consent-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { LeadFormState } from "#lib/leads/form-state.ts";
import { LeadFormFrame } from "./lead-form-frame.tsx";
import { type LeadAction, type LeadFormText, useLeadForm } from "./use-lead-form.ts";

type ContactFormProps = {
  locale: Locale;
  text: LeadFormText;
  own: Messages["contact"];
  action: LeadAction;
  initial: LeadFormState;
};

export function ContactForm({ locale, text, own, action, initial }: ContactFormProps) {
  const form = useLeadForm({ form: "contact", locale, text, services: [], action, initial });
  const { values } = initial;

  return (
    <LeadFormFrame
      name="contact"
      address={paths.contact(locale)}
      locale={locale}
      text={text}
      submit={own.submit}
      form={form}
    >
      <TextField label={text.name} autoComplete="name" defaultValue={values.name} {...form.field("name")} />
      <TextField
        label={text.email}
        hint={text.emailHint}
        type="email"
        inputMode="email"
        autoComplete="email"
        spellCheck={false}
        defaultValue={values.email}
        {...form.field("email")}
      />
      <TextAreaField
        label={own.message}
        hint={own.messageHint}
        defaultValue={values.message}
        {...form.field("message")}
      />
      <ConsentField
        label={text.consent}
        privacy={{ href: paths.page(locale, "privacy"), label: text.privacy }}
        defaultChecked={values.consent === "on"}
        {...form.field("consent")}
      />
    </LeadFormFrame>
  );
}
