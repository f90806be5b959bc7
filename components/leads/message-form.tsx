"use client";

import { ConsentField } from "#components/forms/consent-field.tsx";
import { EmailField } from "#components/forms/email-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { LeadFormState } from "#lib/leads/form-state.ts";
import { LeadFormFrame } from "./lead-form-frame.tsx";
import { type LeadAction, type LeadFormText, useLeadForm } from "./use-lead-form.ts";

type MessageFormProps = {
  name: "contact" | "reply";
  locale: Locale;
  text: LeadFormText;
  own: { submit: string; nameHint: string; emailHint: string; message: string; messageHint: string; consent: string };
  action: LeadAction;
  initial: LeadFormState;
};

/** A text with a name and an address: a message to the team, or a reply to an article. */
export function MessageForm({ name, locale, text, own, action, initial }: MessageFormProps) {
  const form = useLeadForm({ form: name, locale, text, services: [], action, initial });
  const { values } = initial;

  return (
    <LeadFormFrame
      name={name}
      address={paths[name](locale)}
      locale={locale}
      text={text}
      submit={own.submit}
      form={form}
    >
      {values.article && <input type="hidden" name="article" value={values.article} />}
      <TextField
        label={text.name}
        hint={own.nameHint}
        autoComplete="name"
        defaultValue={values.name}
        {...form.field("name")}
      />
      <EmailField label={text.email} hint={own.emailHint} defaultValue={values.email} {...form.field("email")} />
      <TextAreaField
        label={own.message}
        hint={own.messageHint}
        defaultValue={values.message}
        {...form.field("message")}
      />
      <ConsentField
        label={own.consent}
        privacy={{ href: paths.page(locale, "privacy"), label: text.privacy }}
        defaultChecked={values.consent === "on"}
        {...form.field("consent")}
      />
    </LeadFormFrame>
  );
}
