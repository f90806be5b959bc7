import { Frame } from "#app/frame.tsx";
import { leadFormText } from "#app/lead-form-text.ts";
import { Invitation } from "#components/content/invitation.tsx";
import { Tiles } from "#components/content/tiles.tsx";
import { FormSplit } from "#components/layout/form-split.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { NewsletterForm } from "#components/leads/newsletter-form.tsx";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";
import { firstStepFor } from "#lib/pages/first-step.ts";

/** The page of the newsletter, empty or as a sign-up left it, which may come from the middle of an article. */
export function NewsletterView({ locale, initial }: { locale: Locale; initial: LeadFormState }) {
  const { newsletter } = getMessages(locale);
  return (
    <Frame locale={locale} alternates={alternatesOf(paths.newsletter)}>
      <PageHeader title={newsletter.title} lead={newsletter.lead} step={undefined} />
      <FormSplit
        form={
          <NewsletterForm locale={locale} text={leadFormText("newsletter", locale)} own={newsletter} state={initial} />
        }
        beside={<Invitation text={getMessages(locale).invitation} step={firstStepFor(locale, undefined)} />}
        cover={<Tiles slug="newsletter" columns={6} rows={4} />}
      />
    </Frame>
  );
}
