import type { Root } from "hast";
import type {
  BlogPosting,
  BreadcrumbList,
  ItemList,
  Organization,
  Person,
  ProfilePage,
  Service,
  Thing,
} from "schema-dts";
import type { Article } from "#lib/content/kinds/article.ts";
import type { Author } from "#lib/content/kinds/author.ts";
import type { Service as ServiceEntry } from "#lib/content/kinds/service.ts";
import { articleListName } from "#lib/content/lists/article-list-name.ts";
import { getSite, type Site } from "#lib/content/settings/site.ts";
import { listQuestions } from "#lib/content/text/questions.ts";
import { readPublicEnv } from "#lib/env.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { findPicture } from "#lib/pictures/find-picture.ts";
import { findShareImage } from "#lib/pictures/find-share-image.ts";
import { plainVariant } from "#lib/pictures/plain-variant.ts";
import { instantOf } from "./instant-of.ts";

/** The company and its site, with the search. For the home page. */
export function siteData(locale: Locale): Thing[] {
  const { siteUrl } = readPublicEnv();
  const { name } = getSite();
  const home = siteUrl + paths.home(locale);
  return [
    { ...company(), logo: `${siteUrl}/icon-512.png` },
    {
      "@type": "WebSite",
      // One for each language: under one name, readers would merge two addresses, languages and searches.
      "@id": `${home}#website`,
      name,
      url: home,
      inLanguage: locale,
      publisher: { "@id": companyId() },
      potentialAction: {
        "@type": "SearchAction",
        target: { "@type": "EntryPoint", urlTemplate: `${siteUrl + paths.search(locale)}?q={search_term_string}` },
        // Google's own word for what stands between the braces; schema-dts does not know it.
        ...{ "query-input": "required name=search_term_string" },
      },
    },
  ];
}

/** The company with what content/site.yaml says of its offices, as the contact page shows them. */
export function contactData({ email, offices, social }: Site = getSite()): Thing[] {
  const lines = offices.flatMap(({ telephone }) => (telephone ? [{ contactType: "office", telephone }] : []));
  const points = [...lines, ...(email ? [{ contactType: "general inquiries", email }] : [])];
  return [
    {
      ...company(),
      ...(email && { email }),
      ...(social.length > 0 && { sameAs: social.map(({ url }) => url) }),
      ...(offices.length > 0 && {
        location: offices.map(({ city, country, address, telephone }) => ({
          "@type": "Place" as const,
          name: city,
          ...(telephone && { telephone }),
          address: {
            "@type": "PostalAddress" as const,
            addressLocality: city,
            ...(country && { addressCountry: country }),
            ...(address && { streetAddress: address }),
          },
        })),
      }),
      ...(points.length > 0 && {
        contactPoint: points.map((point) => ({ "@type": "ContactPoint" as const, ...point })),
      }),
    },
  ];
}

export function articleData(article: Article, authors: Author[], root?: string): BlogPosting {
  const { locale, slug, title, description, date, updated = date, category, tags } = article;
  const { siteUrl } = readPublicEnv();
  const path = paths.article(locale, slug);
  const { wide, square } = findShareImage(path, root);
  return {
    "@type": "BlogPosting",
    "@id": `${siteUrl + path}#article`,
    headline: title,
    description,
    url: siteUrl + path,
    mainEntityOfPage: siteUrl + path,
    inLanguage: locale,
    datePublished: instantOf(date),
    dateModified: instantOf(updated),
    image: [wide, square].map(({ url }) => siteUrl + url),
    articleSection: articleListName({ kind: "category", slug: category }, locale),
    ...(tags.length > 0 && { keywords: tags.map((slug) => articleListName({ kind: "tag", slug }, locale)) }),
    author: authors.length > 0 ? authors.map((author) => authorData(author, locale)) : company(),
    publisher: company(),
  };
}

/** The page of an author. */
export function profileData(author: Author, locale: Locale, images?: string): ProfilePage {
  const { role, bio } = author;
  const url = readPublicEnv().siteUrl + paths.author(locale, author.slug);
  const mainEntity: Person | Organization = {
    ...authorData(author, locale, images),
    description: bio?.[locale],
    ...(author.kind === "person" && { jobTitle: role?.[locale] }),
  };
  return { "@type": "ProfilePage", url, inLanguage: locale, mainEntity };
}

export function serviceData({ locale, slug, title, summary, audience }: ServiceEntry): Service {
  return {
    "@type": "Service",
    name: title,
    description: summary,
    url: readPublicEnv().siteUrl + paths.service(locale, slug),
    audience: { "@type": "Audience", audienceType: audience },
    provider: company(),
  };
}

/** The questions that a text answers, if it has any. */
export function questionData(tree: Root): Thing[] {
  const questions = listQuestions(tree);
  if (questions.length === 0) return [];
  return [
    {
      "@type": "FAQPage",
      mainEntity: questions.map(({ title, answer }) => ({
        "@type": "Question",
        name: title,
        acceptedAnswer: { "@type": "Answer", text: answer },
      })),
    },
  ];
}

/** The way to a page from the sections above it, with the page itself at the end. */
export function trailData(trail: { href: string; label: string }[], title: string): BreadcrumbList {
  const { siteUrl } = readPublicEnv();
  const above = trail.map(({ href, label }) => ({ name: label, item: siteUrl + href }));
  return {
    "@type": "BreadcrumbList",
    itemListElement: [...above, { name: title }].map((step, index) => ({
      "@type": "ListItem",
      position: index + 1,
      ...step,
    })),
  };
}

/** The pages that a page lists, in its order. */
export function listData(name: string, entries: { title: string; path: string }[]): ItemList {
  const { siteUrl } = readPublicEnv();
  return {
    "@type": "ItemList",
    name,
    numberOfItems: entries.length,
    itemListElement: entries.map(({ title, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: title,
      url: siteUrl + path,
    })),
  };
}

function authorData(
  { kind, name, slug, portrait }: Author,
  locale: Locale,
  images?: string,
): Exclude<Person | Organization, string> {
  const { siteUrl } = readPublicEnv();
  const picture = portrait === undefined ? undefined : findPicture(portrait, images);
  const variant = picture && plainVariant(picture);
  return {
    "@type": kind === "person" ? "Person" : "Organization",
    name,
    url: siteUrl + paths.author(locale, slug),
    ...(variant && { image: `${siteUrl}/images/${variant.file}` }),
  };
}

function company() {
  const { siteUrl } = readPublicEnv();
  return { "@type": "Organization", "@id": companyId(), name: getSite().name, url: siteUrl } as const;
}

function companyId() {
  return `${readPublicEnv().siteUrl}/#organization`;
}
