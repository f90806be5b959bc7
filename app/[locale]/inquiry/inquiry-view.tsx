import { Frame } from "#app/frame.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { InquiryForm } from "#components/leads/inquiry-form.tsx";
import { NextSteps } from "#components/leads/next-steps.tsx";
import { getServices } from "#lib/content/services.ts";
import { getSite } from "#lib/content/site.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { sendInquiry } from "#lib/leads/actions.ts";
import { countryOptions } from "#lib/leads/country-options.ts";
import type { LeadFormState } from "#lib/leads/form-state.ts";

type InquiryViewProps = { locale: Locale; counterpart: string; initial: LeadFormState };

/** The inquiry page, empty, with a service chosen, or as a post left it. */
export function InquiryView({ locale, counterpart, initial }: InquiryViewProps) {
  const { inquiry, form, leadErrors } = getMessages(locale);
  return (
    <Frame locale={locale} counterpart={counterpart}>
      <PageHeader title={inquiry.title} lead={inquiry.lead} />
      <div className="wrap grid gap-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,4fr)] lg:gap-20">
        <div>
          <InquiryForm
            locale={locale}
            text={{ ...form, errors: leadErrors, writeTo: getSite().email }}
            own={inquiry}
            services={getServices(locale).map(({ slug, title }) => ({ value: slug, label: title }))}
            countries={countryOptions(locale)}
            action={sendInquiry}
            initial={initial}
          />
        </div>
        <NextSteps text={form} promise={getSite().replyPromise?.[locale]} />
      </div>
    </Frame>
  );
}
