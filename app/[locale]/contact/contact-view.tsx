import { Clients } from "#app/clients.tsx";
import { Frame } from "#app/frame.tsx";
import { leadFormText } from "#app/lead-form-text.ts";
import { CompanyFacts } from "#components/content/company-facts.tsx";
import { ContactDetails } from "#components/content/contact-details.tsx";
import { ContactPerson } from "#components/content/contact-person.tsx";
import { identityFacts } from "#components/content/identity-facts.ts";
import { securityFacts } from "#components/content/security-facts.ts";
import { TeamPhotographs } from "#components/content/team-photographs.tsx";
import { termFacts } from "#components/content/term-facts.ts";
import { Tiles } from "#components/content/tiles.tsx";
import { FormSplit } from "#components/layout/form-split.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { MessageForm } from "#components/leads/message-form.tsx";
import { NextSteps } from "#components/leads/next-steps.tsx";
import { Section } from "#components/ui/section.tsx";
import { getSite } from "#lib/content/settings/site.ts";
import { thisYear } from "#lib/hours/this-year.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";
import { contactData } from "#lib/pages/structured-data.ts";
import { findPicture } from "#lib/pictures/find-picture.ts";

/** The contact page, empty or as a post left it. */
export function ContactView({ locale, initial }: { locale: Locale; initial: LeadFormState }) {
  const { company, contact, form, offices, clock } = getMessages(locale);
  const site = getSite();
  const facts = [
    ...identityFacts(site, company),
    ...termFacts(site, company, locale),
    ...securityFacts(site, company, locale),
  ];
  // The name alone stands in the footer already.
  const isKnown = facts.length > 1 || site.contact || site.photographs.length > 0;
  return (
    <Frame locale={locale} alternates={alternatesOf(paths.contact)} data={contactData(site)}>
      <PageHeader
        title={contact.title}
        lead={contact.lead}
        step={undefined}
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
        beside={
          <div className="grid gap-10">
            <NextSteps text={form} promise={site.replyPromise?.[locale]} />
            <Clients locale={locale} isNarrow />
          </div>
        }
        cover={<Tiles slug="contact" columns={6} rows={4} />}
      />
      <ContactDetails locale={locale} text={offices} clock={clock} site={site} year={thisYear()} />
      {isKnown && (
        <Section title={company.title}>
          <ContactPerson locale={locale} text={company} site={site} findPicture={findPicture} />
          <CompanyFacts facts={facts} />
          <TeamPhotographs locale={locale} photographs={site.photographs} findPicture={findPicture} />
        </Section>
      )}
    </Frame>
  );
}
