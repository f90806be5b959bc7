import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageLocale } from "#app/page-locale.ts";
import { staticParams } from "#app/static-params.ts";
import { pagesOf, type Shelf, type ShelfKind, shelfPath } from "#lib/content/lists/shelf.ts";
import { shelfAlternates } from "#lib/content/lists/shelf-alternates.ts";
import { shelfName } from "#lib/content/lists/shelf-name.ts";
import { findShelf, getShelves } from "#lib/content/lists/shelves.ts";
import { fill } from "#lib/i18n/fill.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { pageMetadata } from "#lib/pages/page-metadata.ts";

export type ShelfPage = { locale: Locale; shelf: Shelf; number: number };

type Params = { locale: string; slug?: string; number?: string };

export async function shelfPage(kind: ShelfKind, params: Promise<Params>): Promise<ShelfPage> {
  const locale = await pageLocale(params);
  const { slug = "", number = "1" } = await params;
  const shelf = findShelf(locale, kind, slug);
  if (!shelf || Number(number) > pagesOf(shelf)) notFound();
  return { locale, shelf, number: Number(number) };
}

/** What `generateStaticParams` needs for the pages from the second on; the first stands at the bare address. */
export function furtherPages(kind: ShelfKind) {
  return staticParams((locale) =>
    getShelves(locale, kind).flatMap((shelf) =>
      Array.from({ length: pagesOf(shelf) - 1 }, (_, index) => ({ slug: shelf.slug, number: String(index + 2) })),
    ),
  );
}

export function shelfLead({ kind, slug }: Shelf, locale: Locale): string {
  const { blog, lists } = getMessages(locale);
  const name = shelfName({ kind, slug }, locale);
  const leads = {
    blog: blog.lead,
    category: fill(blog.categoryLead, { category: name }),
    tag: fill(lists.tagLead, { tag: name }),
    author: fill(lists.authorLead, { author: name }),
  };
  return leads[kind];
}

/** For search results and messages, where no other words say what kind of list it is. */
function shelfTitle({ kind, slug }: Shelf, locale: Locale): string {
  const { blog, lists } = getMessages(locale);
  const name = shelfName({ kind, slug }, locale);
  const titles = {
    blog: blog.title,
    category: fill(lists.categoryTitle, { category: name }),
    tag: fill(lists.tagTitle, { tag: name }),
    author: fill(lists.authorTitle, { author: name }),
  };
  return titles[kind];
}

export function shelfMetadata({ locale, shelf, number }: ShelfPage): Metadata {
  const { blog, lists } = getMessages(locale);
  const count = pagesOf(shelf);
  const title = shelfTitle(shelf, locale);
  const position = number === 1 ? "" : ` ${fill(lists.position, { number, count })}.`;
  // "Articles on Canada." alone is too little for search engines, which then show whatever stands first on the page.
  const context = shelf.kind === "blog" ? "" : ` ${blog.lead}`;
  return {
    ...pageMetadata({
      locale,
      title: number === 1 ? title : fill(lists.titled, { title, number, count }),
      description: shelfLead(shelf, locale) + context + position,
      path: shelfPath(locale, shelf, number),
      alternates: shelfAlternates(shelf, number).same,
      category: shelf.kind === "category" ? shelf.slug : undefined,
    }),
    pagination: {
      previous: number > 1 ? shelfPath(locale, shelf, number - 1) : undefined,
      next: number < count ? shelfPath(locale, shelf, number + 1) : undefined,
    },
  };
}
