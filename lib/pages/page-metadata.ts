import type { Metadata } from "next";
import type { Article } from "#lib/content/kinds/article.ts";
import { findAuthors } from "#lib/content/kinds/author.ts";
import { publicationOf } from "#lib/content/kinds/publication.ts";
import { articleListName } from "#lib/content/lists/article-list-name.ts";
import { getSite } from "#lib/content/settings/site.ts";
import { readPublicEnv } from "#lib/env.ts";
import { defaultLocale, type Locale, languageTags } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocales } from "#lib/i18n/other-locales.ts";
import { hasText } from "#lib/i18n/page-of-text.ts";
import { paths } from "#lib/i18n/paths.ts";
import { findShareImage } from "#lib/pictures/find-share-image.ts";
import { instantOf } from "./instant-of.ts";

type Described = {
  locale: Locale;
  title: string;
  description: string;
  path: string;
  /** The same page in each language that has it; in this one alone when it is left out. */
  alternates?: Partial<Record<Locale, string>>;
  /** The title as a marketer wrote it for search engines: nothing is put after it. */
  isWhole?: boolean;
  article?: Article;
  /** The category whose articles the page lists. */
  category?: string;
  /** Of a list: whether search engines may show it. What it leads to they may in any case. */
  isIndexed?: boolean;
};

/** The metadata of a public page: for search engines, feeds, and the preview of a link in a message. */
export function pageMetadata(page: Described, root?: string): Metadata {
  const { title, description, path, isWhole, article, isIndexed = true } = page;
  const languages = alternatesIn(page);
  const isHidden = article && publicationOf(article) !== "published";
  return {
    title: isWhole ? { absolute: title } : title,
    description,
    alternates: {
      canonical: path,
      languages: { ...languages, "x-default": languages[defaultLocale] ?? path },
      types: otherForms(page),
    },
    ...(isHidden && hidden),
    ...(!isIndexed && { robots: { index: false, follow: true } }),
    ...shareMetadata(page, root),
  };
}

function alternatesIn({ locale, path, alternates }: Described): Partial<Record<Locale, string>> {
  return { ...alternates, [locale]: path };
}

/** Where programs find the same to read: feeds, and the page's words as Markdown. */
function otherForms({ locale, path, category }: Described) {
  const title = `${getSite().name} · ${getMessages(locale).blog.title}`;
  const named = category && `${getSite().name} · ${articleListName({ kind: "category", slug: category }, locale)}`;
  const feeds = (form: "xml" | "json") => [
    { url: paths.feed(locale, form), title },
    ...(category && named ? [{ url: paths.categoryFeed(locale, category, form), title: named }] : []),
  ];
  return {
    "application/rss+xml": feeds("xml"),
    "application/feed+json": feeds("json"),
    ...(hasText(path) && { "text/markdown": paths.text(path) }),
  };
}

/** A page that only its reader should see: thanks, what a search found, a form that was sent back. */
export function hiddenMetadata({
  locale,
  ...words
}: {
  locale: Locale;
  title: string;
  description?: string;
}): Metadata {
  return { ...words, ...hidden, ...shareImages(paths.home(locale)) };
}

const hidden: Metadata = { robots: { index: false } };

/** The pictures of the page at this address. X gets the wide one, as a large card. */
export function shareImages(path: string, root?: string) {
  const { wide, square } = findShareImage(path, root);
  const card = "summary_large_image" as const;
  return { openGraph: { images: [wide, square] }, twitter: { card, images: [wide] } };
}

/** What a message shows of the address. */
function shareMetadata(page: Described, root?: string) {
  const { locale, title, description, path, article } = page;
  const { openGraph, twitter } = shareImages(path, root);
  return {
    openGraph: {
      ...openGraph,
      title,
      description,
      url: path,
      siteName: getSite().name,
      locale: openGraphLocale(locale),
      alternateLocale: otherLocales(locale).flatMap((other) =>
        other in alternatesIn(page) ? [openGraphLocale(other)] : [],
      ),
      ...(article ? articleProperties(article) : ({ type: "website" } as const)),
    },
    twitter: { ...twitter, title, description },
  };
}

/** As ogp.me writes a language. */
function openGraphLocale(locale: Locale): string {
  return languageTags[locale].replace("-", "_");
}

function articleProperties({ locale, date, updated, authors, category, tags }: Article) {
  return {
    type: "article",
    publishedTime: instantOf(date),
    modifiedTime: updated && instantOf(updated),
    // Next makes addresses of pages and pictures absolute, and leaves this one as it is.
    authors: findAuthors(authors).map(({ slug }) => readPublicEnv().siteUrl + paths.author(locale, slug)),
    section: articleListName({ kind: "category", slug: category }, locale),
    tags: tags.map((slug) => articleListName({ kind: "tag", slug }, locale)),
  } as const;
}
