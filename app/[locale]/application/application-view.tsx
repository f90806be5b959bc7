import { Frame } from "#app/frame.tsx";
import { leadFormText } from "#app/lead-form-text.ts";
import { Tiles } from "#components/content/tiles.tsx";
import { FormSplit } from "#components/layout/form-split.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { ApplicationForm } from "#components/leads/application-form.tsx";
import { NextSteps } from "#components/leads/next-steps.tsx";
import { findOpening } from "#lib/content/kinds/opening.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatDate } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { openingPlace } from "#lib/i18n/opening-place.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";

/** The form for the opening that its values name, empty or as a post left it. An opening may be over while somebody writes. */
export function ApplicationView({ locale, initial }: { locale: Locale; initial: LeadFormState }) {
  const { application, form, openings } = getMessages(locale);
  const asked = initial.values.opening ?? "";
  const opening = findOpening(locale, asked);
  return (
    <Frame locale={locale} alternates={alternatesOf((each) => paths.application(each, findOpening(each, asked)?.slug))}>
      <PageHeader
        title={application.title}
        lead={application.lead}
        step={undefined}
        below={
          opening && (
            <p className="mt-4 max-w-2xl">
              {application.opening}{" "}
              <a href={paths.opening(locale, opening.slug)} className="font-semibold text-link underline">
                {opening.title}
              </a>
              <span className="block text-sm text-soft">
                {openingPlace(opening.place, openings)} ·{" "}
                {fill(openings.applyUntil, { date: formatDate(opening.until, locale) })}
              </span>
            </p>
          )
        }
      />
      <FormSplit
        form={
          <ApplicationForm
            locale={locale}
            text={leadFormText("application", locale)}
            own={application}
            state={initial}
          />
        }
        beside={<NextSteps text={{ next: form.next, nextSteps: application.nextSteps }} />}
        cover={<Tiles slug={opening?.slug ?? "application"} columns={6} rows={4} />}
      />
    </Frame>
  );
}
