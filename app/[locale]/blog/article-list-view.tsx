import type { Thing } from "schema-dts";
import { ArticleCards } from "#app/article-cards.tsx";
import { Frame } from "#app/frame.tsx";
import { Chips } from "#components/content/chips.tsx";
import { Cover } from "#components/content/cover.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { Pagination } from "#components/content/pagination.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { HeroSplit } from "#components/layout/hero-split.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { findAuthor } from "#lib/content/kinds/author.ts";
import { type ArticleListKind, articleListPath } from "#lib/content/lists/article-list.ts";
import { articleListAlternates } from "#lib/content/lists/article-list-alternates.ts";
import { articleListName } from "#lib/content/lists/article-list-name.ts";
import { articleListSlugs } from "#lib/content/lists/article-lists.ts";
import { fill } from "#lib/i18n/fill.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepFrom } from "#lib/pages/first-step.ts";
import { profileData, trailData } from "#lib/pages/structured-data.ts";
import { findPicture } from "#lib/pictures/find-picture.ts";
import { type ArticleListPage, articleListLead } from "./article-list-page.ts";

const tagsShown = 12;

/** One page of a list of articles. */
export function ArticleListView(page: ArticleListPage) {
  const { locale, articleList, number, count, articles } = page;
  const text = getMessages(locale);

  return (
    <Frame locale={locale} alternates={articleListAlternates(articleList, number).shown} data={dataOf(page)}>
      <ArticleListHeader {...page} />
      <div className="wrap pb-8">
        <Chips label={text.lists.categories} chips={chipsTo("category", page)} />
      </div>
      <div className="wrap">
        <ArticleCards locale={locale} articles={articles} />
        <Pagination
          text={text.lists}
          number={number}
          count={count}
          hrefOf={(page) => articleListPath(locale, articleList, page)}
        />
        <div className="pt-10">
          <Chips label={text.lists.tags} chips={chipsTo("tag", page).slice(0, tagsShown)} />
        </div>
        <a href={feedOf(page)} className="mt-6 inline-flex min-h-11 items-center text-link underline">
          {text.feeds.link}
        </a>
        <Invitation text={text.invitation} step={firstStepFrom("blog", locale)} />
      </div>
    </Frame>
  );
}

function trailTo(locale: Locale) {
  return [{ href: paths.blog(locale), label: getMessages(locale).blog.title }];
}

function dataOf({ locale, articleList, number }: ArticleListPage): Thing[] {
  if (articleList.kind === "blog") return [];
  const author = articleList.kind === "author" && number === 1 ? findAuthor(articleList.slug) : undefined;
  const trail = trailData(trailTo(locale), articleListName(articleList, locale));
  return author ? [trail, profileData(author, locale)] : [trail];
}

function ArticleListHeader({ locale, articleList, number, count }: ArticleListPage) {
  const text = getMessages(locale);
  const name = articleListName(articleList, locale);
  const lead = articleListLead(articleList, locale);
  const step = firstStepFrom("blog", locale);
  const above = articleList.kind !== "blog" && <Breadcrumbs label={text.breadcrumbs} trail={trailTo(locale)} />;

  if (number > 1) {
    const position = fill(text.lists.position, { number, count });
    return <PageHeader title={name} lead={`${lead} ${position}.`} step={step} above={above} />;
  }
  const author = articleList.kind === "author" && findAuthor(articleList.slug);
  if (!author) return <PageHeader title={name} lead={lead} step={step} above={above} />;
  return (
    <div className="pb-8">
      <HeroSplit
        title={name}
        lead={author.role?.[locale]}
        step={step}
        above={above}
        below={author.bio && <p className="mt-5 max-w-prose">{author.bio[locale]}</p>}
        cover={
          <Cover
            of={{ slug: author.slug, image: author.portrait, imageFocus: author.portraitfocus }}
            findPicture={findPicture}
            columns={5}
            rows={5}
            sizes="(min-width: 48rem) 480px, 100vw"
            alt={author.portraitalt?.[locale] ?? author.name}
            priority
          />
        }
      />
    </div>
  );
}

function feedOf({ locale, articleList }: ArticleListPage): string {
  return articleList.kind === "category" ? paths.categoryFeed(locale, articleList.slug) : paths.feed(locale);
}

function chipsTo(kind: ArticleListKind, { locale, articleList }: ArticleListPage) {
  return articleListSlugs(locale, kind).map((slug) => ({
    href: articleListPath(locale, { kind, slug }),
    label: articleListName({ kind, slug }, locale),
    isCurrent: kind === articleList.kind && slug === articleList.slug,
  }));
}
