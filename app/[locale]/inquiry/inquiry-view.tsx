import { Clients } from "#app/clients.tsx";
import { Frame } from "#app/frame.tsx";
import { leadFormText } from "#app/lead-form-text.ts";
import { Tiles } from "#components/content/tiles.tsx";
import { FormSplit } from "#components/layout/form-split.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { InquiryForm } from "#components/leads/inquiry-form.tsx";
import { NextSteps } from "#components/leads/next-steps.tsx";
import { findService } from "#lib/content/kinds/service.ts";
import { getSite } from "#lib/content/settings/site.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { countryOptions } from "#lib/leads/form/country-options.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";
import { serviceOptions } from "#lib/leads/service-options.ts";

type InquiryViewProps = { locale: Locale; alternates: Record<Locale, string>; initial: LeadFormState };

/** The inquiry page, empty, with a service chosen, or as a post left it. */
export function InquiryView({ locale, alternates, initial }: InquiryViewProps) {
  const { inquiry, form } = getMessages(locale);
  const asked = findService(locale, initial.values.service ?? "");
  return (
    <Frame locale={locale} alternates={alternates}>
      <PageHeader title={inquiry.title} lead={inquiry.lead} step={undefined} />
      <FormSplit
        form={
          <InquiryForm
            locale={locale}
            text={leadFormText("inquiry", locale)}
            own={inquiry}
            services={serviceOptions(locale)}
            countries={countryOptions(locale)}
            state={initial}
          />
        }
        beside={
          <div className="grid gap-10">
            <NextSteps text={form} promise={getSite().replyPromise?.[locale]} />
            <Clients locale={locale} isNarrow />
          </div>
        }
        cover={<Tiles slug={asked?.slug ?? "inquiry"} columns={6} rows={4} />}
      />
    </Frame>
  );
}
