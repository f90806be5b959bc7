import path from "node:path";
import type { Article } from "#lib/content/kinds/article.ts";
import { findAuthor } from "#lib/content/kinds/author.ts";
import { namedPages } from "#lib/content/kinds/named-pages.ts";
import { publicationOf } from "#lib/content/kinds/publication.ts";
import { type Entry, registry } from "#lib/content/kinds/registry.ts";
import { articleListPath } from "#lib/content/lists/article-list.ts";
import { articleListName } from "#lib/content/lists/article-list-name.ts";
import { getArticleLists } from "#lib/content/lists/article-lists.ts";
import { getHomeWords } from "#lib/content/settings/home-words.ts";
import { contentRoot, findImage, kinds } from "#lib/content/source/content-folder.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import type { Focus } from "#lib/content/source/focus.ts";
import { cityPages } from "#lib/hours/city-pages.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatDate } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { openingPlace } from "#lib/i18n/opening-place.ts";
import { paths } from "#lib/i18n/paths.ts";
import { siteSlug } from "#lib/mail/find-mail-tiles.ts";
import { findPicture } from "./find-picture.ts";
import type { ShareCard } from "./share-card.ts";

type Words = Omit<ShareCard, "alt">;

/** One for every page that has a title of its own; other pages show that of the section they stand in. */
export function shareCards(locale: Locale, root = contentRoot): ShareCard[] {
  const text = getMessages(locale);
  const named = (path: string, slug: string, title: string, note: string) => ({ path, slug, title, note });
  const { tagline } = text.footer;
  const section = (path: string, title: string) => named(path, path.split("/").at(-1) ?? path, title, tagline);

  const cards: Words[] = [
    named(paths.home(locale), siteSlug, getHomeWords(locale, root).title, tagline),
    ...namedPages(locale, root).map(({ path, title }) => section(path, title)),
    ...cityPages.map(({ slug, name }) =>
      named(paths.hoursIn(locale, slug), slug, fill(text.hours.city.title, { city: name[locale] }), text.hours.title),
    ),
    ...(["category", "tag", "author"] as const)
      .flatMap((kind) => getArticleLists(locale, kind, root))
      .filter(({ articles }) => articles.some(isPublished))
      .map((articleList) => ({
        ...named(
          articleListPath(locale, articleList),
          articleList.slug,
          articleListName(articleList, locale, root),
          text.blog.title,
        ),
        ...(articleList.kind === "author" && portraitOf(articleList.slug, root)),
      })),
    ...kinds
      .flatMap((kind): readonly Entry[] => registry[kind].get(locale, root))
      .filter((entry) => entry.kind !== "blog" || isPublished(entry))
      .map((entry) => ({
        ...named(entryPath(entry), entry.slug, entry.title, noteOf(entry, root)),
        ...(entry.kind === "blog" && pictureOf(entry.image, entry.imageFocus, root)),
      })),
  ];

  return cards.map(({ picture, focus, ...card }) => {
    const alt = fill(picture ? text.share.altWithPicture : text.share.alt, { title: card.title });
    return { ...card, alt, picture, focus };
  });
}

/** What stands under the title of an entry. */
function noteOf(entry: Entry, root: string): string {
  const text = getMessages(entry.locale);
  switch (entry.kind) {
    case "blog":
      return `${articleListName({ kind: "category", slug: entry.category }, entry.locale, root)} · ${formatDate(entry.date, entry.locale)}`;
    case "hubs":
      return `${text.hubs.title} · ${entry.country}`;
    case "openings":
      return `${text.openings.title} · ${openingPlace(entry.place, text.openings)}`;
    case "services":
    case "industries":
    case "projects":
      return text[entry.kind].title;
    case "pages":
      return text.footer.tagline;
  }
}

function portraitOf(author: string, root: string) {
  const { portrait, portraitfocus } = findAuthor(author, root) ?? {};
  return pictureOf(portrait, portraitfocus, root);
}

/** The widest copy of a picture; none while the picture is newer than the last build of them. */
function pictureOf(
  image: string | undefined,
  focus: Focus | undefined,
  root: string,
): Pick<ShareCard, "picture" | "focus"> {
  const name = image && findImage(root, image);
  const copies = name ? findPicture(name)?.variants : undefined;
  const widest = copies?.findLast(({ format }) => format === "jpeg" || format === "png");
  return widest ? { picture: path.join("public/images", widest.file), focus } : {};
}

/** In development the lists hold drafts. Until they are published, their pages show the picture of the blog. */
function isPublished(article: Article): boolean {
  return publicationOf(article) === "published";
}
