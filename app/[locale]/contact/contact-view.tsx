import { Frame } from "#app/frame.tsx";
import { leadFormText } from "#app/lead-form-text.ts";
import { ContactDetails } from "#components/content/contact-details.tsx";
import { Tiles } from "#components/content/tiles.tsx";
import { FormSplit } from "#components/layout/form-split.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { MessageForm } from "#components/leads/message-form.tsx";
import { NextSteps } from "#components/leads/next-steps.tsx";
import { getSite } from "#lib/content/settings/site.ts";
import { thisYear } from "#lib/hours/this-year.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";
import { contactData } from "#lib/pages/structured-data.ts";

/** The contact page, empty or as a post left it. */
export function ContactView({ locale, initial }: { locale: Locale; initial: LeadFormState }) {
  const { contact, form, offices } = getMessages(locale);
  const site = getSite();
  return (
    <Frame locale={locale} alternates={alternatesOf(paths.contact)} data={contactData(site)}>
      <PageHeader
        title={contact.title}
        lead={contact.lead}
        below={
          <a href={paths.inquiry(locale)} className="mt-2 inline-flex min-h-11 items-center text-link underline">
            {contact.inquiryLink}
          </a>
        }
      />
      <FormSplit
        form={
          <MessageForm
            name="contact"
            locale={locale}
            text={leadFormText("contact", locale)}
            own={{ ...contact, nameHint: "", emailHint: form.emailHint }}
            state={initial}
          />
        }
        beside={<NextSteps text={form} promise={site.replyPromise?.[locale]} />}
        cover={<Tiles slug="contact" columns={6} rows={4} />}
      />
      <ContactDetails locale={locale} text={offices} site={site} year={thisYear()} />
    </Frame>
  );
}
