"use client";

import { ConsentField } from "#components/forms/consent-field.tsx";
import { EmailField } from "#components/forms/email-field.tsx";
import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { LeadFormState } from "#lib/leads/form-state.ts";
import { LeadFormFrame } from "./lead-form-frame.tsx";
import { type LeadAction, type LeadFormText, useLeadForm } from "./use-lead-form.ts";

type NewsletterFormProps = {
  locale: Locale;
  text: LeadFormText;
  own: Messages["newsletter"];
  action: LeadAction;
  initial: LeadFormState;
};

export function NewsletterForm({ locale, text, own, action, initial }: NewsletterFormProps) {
  const form = useLeadForm({ form: "newsletter", locale, text, services: [], action, initial });
  const { values } = initial;

  return (
    <LeadFormFrame
      name="newsletter"
      address={paths.newsletter(locale)}
      locale={locale}
      text={text}
      submit={own.submit}
      form={form}
    >
      <EmailField label={text.email} hint={own.emailHint} defaultValue={values.email} {...form.field("email")} />
      <ConsentField
        label={own.consent}
        privacy={{ href: paths.page(locale, "privacy"), label: text.privacy }}
        defaultChecked={values.consent === "on"}
        {...form.field("consent")}
      />
    </LeadFormFrame>
  );
}
