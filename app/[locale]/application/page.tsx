import type { Metadata } from "next";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { NoOpening } from "#components/content/no-opening.tsx";
import { OpeningList } from "#components/content/opening-list.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { getOpenings } from "#lib/content/kinds/opening.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepFrom } from "#lib/pages/first-step.ts";
import { hiddenMetadata } from "#lib/pages/page-metadata.ts";

type Props = PageProps<"/[locale]/application">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  return hiddenMetadata({ locale, title: getMessages(locale).application.title });
}

/** The address of the form without an opening: nobody applies for none. */
export default async function ApplicationPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { application, openings: text } = getMessages(locale);
  const openings = getOpenings(locale);
  const isEmpty = openings.length === 0;
  return (
    <Frame locale={locale} alternates={alternatesOf((each) => paths.application(each))}>
      <PageHeader
        title={application.title}
        lead={isEmpty ? undefined : application.choose}
        step={isEmpty ? firstStepFrom("careers", locale) : undefined}
        below={isEmpty && <NoOpening text={text} />}
      />
      {!isEmpty && (
        <div className="wrap">
          <OpeningList openings={openings} text={text} />
        </div>
      )}
    </Frame>
  );
}
