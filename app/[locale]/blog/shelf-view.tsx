import type { Thing } from "schema-dts";
import { ArticleCards } from "#app/article-cards.tsx";
import { Frame } from "#app/frame.tsx";
import { Chips } from "#components/content/chips.tsx";
import { Pagination } from "#components/content/pagination.tsx";
import { Tiles } from "#components/content/tiles.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { HeroSplit } from "#components/layout/hero-split.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { findAuthor } from "#lib/content/kinds/author.ts";
import { articlesOnPage, pagesOf, type ShelfKind, shelfPath } from "#lib/content/lists/shelf.ts";
import { shelfAlternates } from "#lib/content/lists/shelf-alternates.ts";
import { shelfName } from "#lib/content/lists/shelf-name.ts";
import { getShelves } from "#lib/content/lists/shelves.ts";
import { fill } from "#lib/i18n/fill.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { profileData, trailData } from "#lib/pages/structured-data.ts";
import { type ShelfPage, shelfLead } from "./shelf-page.ts";

const tagsShown = 12;

/** One page of a list of articles. */
export function ShelfView(page: ShelfPage) {
  const { locale, shelf, number } = page;
  const text = getMessages(locale);
  const count = pagesOf(shelf);

  return (
    <Frame locale={locale} alternates={shelfAlternates(shelf, number).shown} data={dataOf(page)}>
      <ShelfHeader {...page} />
      <div className="wrap pb-8">
        <Chips label={text.lists.categories} chips={chipsTo("category", page)} />
      </div>
      <div className="wrap">
        <ArticleCards locale={locale} articles={articlesOnPage(shelf, number)} hasLead />
        <Pagination text={text.lists} number={number} count={count} hrefOf={(page) => shelfPath(locale, shelf, page)} />
        <div className="pt-10">
          <Chips label={text.lists.tags} chips={chipsTo("tag", page).slice(0, tagsShown)} />
        </div>
        <a href={feedOf(page)} className="mt-6 inline-flex min-h-11 items-center text-link underline">
          {text.feeds.link}
        </a>
      </div>
    </Frame>
  );
}

function trailTo(locale: Locale) {
  return [{ href: paths.blog(locale), label: getMessages(locale).blog.title }];
}

function dataOf({ locale, shelf, number }: ShelfPage): Thing[] {
  if (shelf.kind === "blog") return [];
  const author = shelf.kind === "author" && number === 1 ? findAuthor(shelf.slug) : undefined;
  const trail = trailData(trailTo(locale), shelfName(shelf, locale));
  return author ? [trail, profileData(author, locale)] : [trail];
}

function ShelfHeader({ locale, shelf, number }: ShelfPage) {
  const text = getMessages(locale);
  const name = shelfName(shelf, locale);
  const lead = shelfLead(shelf, locale);
  const above = shelf.kind !== "blog" && <Breadcrumbs label={text.breadcrumbs} trail={trailTo(locale)} />;

  if (number > 1) {
    const position = fill(text.lists.position, { number, count: pagesOf(shelf) });
    return <PageHeader title={name} lead={`${lead} ${position}.`} above={above} />;
  }
  const author = shelf.kind === "author" && findAuthor(shelf.slug);
  if (!author) return <PageHeader title={name} lead={lead} above={above} />;
  return (
    <div className="pb-8">
      <HeroSplit
        title={name}
        lead={author.role?.[locale]}
        above={above}
        below={author.bio && <p className="mt-5 max-w-prose">{author.bio[locale]}</p>}
        cover={<Tiles slug={author.slug} columns={5} rows={5} />}
      />
    </div>
  );
}

function feedOf({ locale, shelf }: ShelfPage): string {
  return shelf.kind === "category" ? paths.categoryFeed(locale, shelf.slug) : paths.feed(locale);
}

function chipsTo(kind: ShelfKind, { locale, shelf }: ShelfPage) {
  return getShelves(locale, kind).map((other) => ({
    href: shelfPath(locale, other),
    label: shelfName(other, locale),
    isCurrent: other.kind === shelf.kind && other.slug === shelf.slug,
  }));
}
