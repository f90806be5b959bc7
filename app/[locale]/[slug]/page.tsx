import { Body } from "#app/body.tsx";
import { entryFor, entryMetadata } from "#app/entry-page.ts";
import { Frame } from "#app/frame.tsx";
import { TableOfContents } from "#components/content/table-of-contents.tsx";
import { Tiles } from "#components/content/tiles.tsx";
import { HeroSplit } from "#components/layout/hero-split.tsx";
import { findPage } from "#lib/content/kinds/page.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { readBody } from "#lib/content/text/body.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepOn } from "#lib/pages/first-step.ts";
import { staticParams } from "#lib/pages/static-params.ts";
import { aboutData, questionData } from "#lib/pages/structured-data.ts";

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/[slug]"];

export const generateMetadata = entryMetadata(findPage);

/** The standing pages: about, privacy and whatever else is in content/{locale}/pages. */
export default async function StandingPage({ params }: PageProps<"/[locale]/[slug]">) {
  const { locale, entry: page, alternates } = await entryFor(findPage, params);
  const { tree, headings } = readBody(page);
  const text = getMessages(locale);
  const isAbout = entryPath(page) === paths.about(locale);

  return (
    <Frame
      locale={locale}
      alternates={{ ...alternatesOf(paths.home), ...alternates }}
      data={[...(isAbout ? [aboutData(page)] : []), ...questionData(tree)]}
    >
      <HeroSplit title={page.title} step={firstStepOn(page)} cover={<Tiles slug={page.slug} columns={5} rows={5} />} />
      <div className="wrap grid grid-cols-1 gap-10 pt-8 md:pt-14 lg:grid-cols-[13rem_minmax(0,1fr)] xl:gap-16">
        <div>
          <TableOfContents title={text.blog.onThisPage} headings={headings} />
        </div>
        <div>
          <Body tree={tree} locale={locale} />
        </div>
      </div>
    </Frame>
  );
}
