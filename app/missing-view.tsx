import { Frame } from "#app/frame.tsx";
import { CardTitle } from "#components/content/card-title.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { Tiles } from "#components/content/tiles.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { SearchAdvice } from "#components/search/search-advice.tsx";
import { SearchForm } from "#components/search/search-form.tsx";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepFrom } from "#lib/pages/first-step.ts";
import { maxQueryLength } from "#lib/search/max-query-length.ts";
import type { NearPage } from "#lib/serve/site-folder/near-pages.ts";

/** In place of a page that is not here. `near`: what may have been meant. */
export function MissingView({ locale, near }: { locale: Locale; near: NearPage[] }) {
  const text = getMessages(locale);
  const { title, text: lead } = text.trouble.missing;
  return (
    <Frame locale={locale} alternates={alternatesOf(paths.home)} tone="gold">
      <div className="h-20 overflow-hidden md:h-40">
        <Tiles slug="missing" columns={24} rows={2} palette="inkOnGold" />
      </div>
      <PageHeader title={title} lead={lead} step={undefined} />
      <div className="wrap">
        {near.length > 0 && (
          <section className="mb-12">
            <h2 className="text-2xl md:text-3xl">{text.near}</h2>
            <ul className="mt-4 border-t-2 border-rule">
              {near.map((page) => (
                <li key={page.path} className="group relative flex items-center gap-4 border-b border-hairline py-4">
                  <div className="size-10 shrink-0 overflow-hidden">
                    <Tiles slug={page.path.split("/").at(-1) ?? ""} columns={1} rows={1} />
                  </div>
                  <div className="min-w-0">
                    <CardTitle className="text-xl" href={page.path}>
                      {page.title}
                    </CardTitle>
                    <p className="mt-1 text-sm wrap-anywhere text-soft">{page.path}</p>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )}
        <SearchForm locale={locale} text={text.search} query="" maxLength={maxQueryLength} />
        <div className="pt-8">
          <Invitation text={text.invitation} step={firstStepFrom("error", locale)} />
        </div>
        <SearchAdvice locale={locale} text={text} />
      </div>
    </Frame>
  );
}
