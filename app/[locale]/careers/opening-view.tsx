import { Body } from "#app/body.tsx";
import { EntryFrame } from "#app/entry-frame.tsx";
import { Related } from "#app/related.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { OpeningFacts } from "#components/content/opening-facts.tsx";
import { PublicationMark } from "#components/content/publication-mark.tsx";
import { TableOfContents } from "#components/content/table-of-contents.tsx";
import { TextSplit } from "#components/layout/text-split.tsx";
import { getOpenings, type Opening } from "#lib/content/kinds/opening.ts";
import { findService } from "#lib/content/kinds/service.ts";
import { readBody } from "#lib/content/text/body.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatDate } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepOn } from "#lib/pages/first-step.ts";
import { openingData } from "#lib/pages/structured-data.ts";

type OpeningViewProps = {
  opening: Opening;
  /** Its addresses in the languages that have it. */
  alternates: Partial<Record<Locale, string>>;
  /** Before readers see it: nobody can apply yet, and searches for jobs are not to find it. */
  isPreview?: boolean;
};

/** An opening as readers see it, or will. */
export function OpeningView({ opening, alternates, isPreview = false }: OpeningViewProps) {
  const { locale } = opening;
  const { openings: text, blog } = getMessages(locale);
  const { tree, headings } = readBody(opening);
  const until = fill(text.applyUntil, { date: formatDate(opening.until, locale) });

  return (
    <EntryFrame
      entry={opening}
      tree={tree}
      list={{ pathIn: paths.careers, title: text.title }}
      alternates={alternates}
      isPreview={isPreview}
      data={isPreview ? [] : [openingData(opening)]}
      below={
        isPreview && (
          <p className="mt-6 text-sm">
            <PublicationMark entry={opening} text={blog} />
          </p>
        )
      }
    >
      <OpeningFacts opening={opening} service={findService(locale, opening.service)} text={text} />
      <TextSplit
        contents={<TableOfContents title={blog.onThisPage} headings={headings} />}
        text={<Body tree={tree} locale={locale} />}
        call={!isPreview && <Invitation text={{ title: text.applyTitle, text: until }} step={firstStepOn(opening)} />}
      />
      <Related title={text.others} entries={getOpenings(locale).filter(({ slug }) => slug !== opening.slug)} />
    </EntryFrame>
  );
}
