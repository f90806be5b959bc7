import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Frame } from "#app/frame.tsx";
import { MissingView } from "#app/missing-view.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { Tiles } from "#components/content/tiles.tsx";
import { Masthead } from "#components/layout/masthead.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { readPublicEnv } from "#lib/env.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { staticParams } from "#lib/pages/static-params.ts";

type Props = PageProps<"/[locale]/error/[kind]">;

export const generateStaticParams = staticParams["/[locale]/error/[kind]"];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = wordsFor(await pageLocale(params), (await params).kind);
  return { title, robots: { index: false } };
}

/** What the front answers with when it has no other page to show, under the address that was asked for. */
export default async function ErrorPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { kind } = await params;
  if (kind === "missing") return <MissingView locale={locale} near={[]} />;
  const { title, text } = wordsFor(locale, kind);
  const content = (
    <>
      <div className="h-28 overflow-hidden md:h-40">
        <Tiles slug={kind} columns={24} rows={2} palette="inkOnGold" />
      </div>
      <PageHeader title={title} lead={text} step={undefined} />
      <ul className="wrap">
        {linksFor(locale, kind).map(([href, label]) => (
          <li key={href}>
            <a href={href} className="inline-flex min-h-11 items-center text-link underline">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
  // On a host name that is not ours, every link of the frame would lead back to this page.
  if (kind === "host")
    return (
      <>
        <Masthead home={readPublicEnv().siteUrl + paths.home(locale)} />
        <main>{content}</main>
      </>
    );
  return (
    <Frame locale={locale} alternates={alternatesOf(paths.home)} tone="gold">
      {content}
    </Frame>
  );
}

function linksFor(locale: Locale, kind: string) {
  if (kind === "host") {
    const { siteUrl } = readPublicEnv();
    return [[siteUrl + paths.home(locale), new URL(siteUrl).host]] as const;
  }
  const { nav } = getMessages(locale);
  return [
    [paths.services(locale), nav.services],
    [paths.blog(locale), nav.blog],
    [paths.inquiry(locale), nav.inquiry],
    [paths.contact(locale), nav.contact],
  ] as const;
}

function wordsFor(locale: Locale, kind: string) {
  const words = Object.entries(getMessages(locale).trouble).find(([name]) => name === kind)?.[1];
  return words ?? notFound();
}
