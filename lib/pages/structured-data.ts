import type { Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type {
  AboutPage,
  BlogPosting,
  BreadcrumbList,
  City,
  ItemList,
  JobPosting,
  Organization,
  Person,
  ProfilePage,
  Service,
  Thing,
} from "schema-dts";
import type { Article } from "#lib/content/kinds/article.ts";
import type { Author } from "#lib/content/kinds/author.ts";
import type { Hub } from "#lib/content/kinds/hub.ts";
import type { Opening } from "#lib/content/kinds/opening.ts";
import type { Page } from "#lib/content/kinds/page.ts";
import type { Service as ServiceEntry } from "#lib/content/kinds/service.ts";
import { articleListName } from "#lib/content/lists/article-list-name.ts";
import { getSite, type Site } from "#lib/content/settings/site.ts";
import { listQuestions } from "#lib/content/text/questions.ts";
import { readPublicEnv } from "#lib/env.ts";
import { formatList } from "#lib/i18n/format.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { findPicture } from "#lib/pictures/find-picture.ts";
import { findShareImage } from "#lib/pictures/find-share-image.ts";
import { plainVariant } from "#lib/pictures/plain-variant.ts";
import { instantOf } from "./instant-of.ts";
import { plainBody } from "./plain-body.ts";

/** The company and its site, with the search in each language. For the home pages, which all say the same. */
export function siteData(): Thing[] {
  const { siteUrl } = readPublicEnv();
  const { name } = getSite();
  return [
    company(),
    {
      "@type": "WebSite",
      // One for both languages: Google takes the name of a site from what stands for its root.
      "@id": `${siteUrl}/#website`,
      name,
      url: `${siteUrl}/`,
      inLanguage: [...locales],
      publisher: { "@id": companyId() },
      potentialAction: locales.map((locale) => ({
        "@type": "SearchAction",
        target: { "@type": "EntryPoint", urlTemplate: `${siteUrl + paths.search(locale)}?q={search_term_string}` },
        // Google's own word for what stands between the braces; schema-dts does not know it.
        ...{ "query-input": "required name=search_term_string" },
      })),
    },
  ];
}

/** The company with what content/site.yaml says of its offices, as the contact page shows them. */
export function contactData(
  { legalName, taxNumber, founded, telephone, email, offices, social }: Site = getSite(),
): Thing[] {
  const lines = offices.flatMap(({ telephone }) => (telephone ? [{ contactType: "office", telephone }] : []));
  const points = [...lines, ...(email ? [{ contactType: "general inquiries", email }] : [])];
  return [
    {
      ...company(),
      ...(legalName && { legalName }),
      ...(taxNumber && { taxID: taxNumber }),
      ...(founded && { foundingDate: founded }),
      ...(telephone && { telephone }),
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
    image: siteUrl + findShareImage(path, root).article,
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

/** The page that says who the company is. */
export function aboutData({ locale, slug, title }: Page): AboutPage {
  const url = readPublicEnv().siteUrl + paths.page(locale, slug);
  return { "@type": "AboutPage", name: title, url, inLanguage: locale, mainEntity: company() };
}

/** A city, and what its page says of it. */
export function hubData({ locale, slug, title, summary, country }: Hub): City {
  return {
    "@type": "City",
    name: title,
    description: summary,
    mainEntityOfPage: readPublicEnv().siteUrl + paths.hub(locale, slug),
    containedInPlace: { "@type": "Country", name: country },
  };
}

/** As Google asks for it (developers.google.com/search/docs/appearance/structured-data/job-posting). */
export function openingData(opening: Opening, root?: string, images?: string): JobPosting {
  const { locale, slug, title, summary, place, languages, employment, date, until } = opening;
  const url = readPublicEnv().siteUrl + paths.opening(locale, slug);
  const country = { "@type": "Country", name: "Colombia" } as const;
  const text = toHtml([h("p", summary), ...plainBody(opening, root, images).children]);
  return {
    "@type": "JobPosting",
    title,
    description: text,
    url,
    identifier: { "@type": "PropertyValue", name: getSite().name, value: slug },
    datePosted: date,
    validThrough: `${until}T23:59:59-05:00`,
    employmentType: employmentTypes[employment],
    hiringOrganization: company(),
    skills: formatList(languages, locale),
    directApply: true,
    ...(place.city === undefined
      ? { jobLocationType: "TELECOMMUTE", applicantLocationRequirements: country }
      : {
          jobLocation: {
            "@type": "Place",
            address: { "@type": "PostalAddress", addressLocality: place.city, addressCountry: "CO" },
          },
        }),
  };
}

const employmentTypes: Record<Opening["employment"], string> = {
  "full-time": "FULL_TIME",
  "part-time": "PART_TIME",
  contract: "CONTRACTOR",
  temporary: "TEMPORARY",
  internship: "INTERN",
};

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
  const logo = { "@type": "ImageObject", url: `${siteUrl}/icon-512.png`, width: "512", height: "512" } as const;
  return { "@type": "Organization", "@id": companyId(), name: getSite().name, url: siteUrl, logo } as const;
}

function companyId() {
  return `${readPublicEnv().siteUrl}/#organization`;
}
