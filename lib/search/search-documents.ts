import type { Nodes } from "hast";
import { getArticles } from "#lib/content/kinds/article.ts";
import { getClientSectors } from "#lib/content/kinds/client.ts";
import { getHubs } from "#lib/content/kinds/hub.ts";
import { getIndustries } from "#lib/content/kinds/industry.ts";
import { getPages } from "#lib/content/kinds/page.ts";
import { getProjects } from "#lib/content/kinds/project.ts";
import { publicationOf } from "#lib/content/kinds/publication.ts";
import { getServices } from "#lib/content/kinds/service.ts";
import { getCategories } from "#lib/content/settings/categories.ts";
import type { NamedSlugs } from "#lib/content/settings/named-slugs.ts";
import { getTags } from "#lib/content/settings/tags.ts";
import { type ContentFile, contentRoot, type Kind } from "#lib/content/source/content-folder.ts";
import { readBody } from "#lib/content/text/body.ts";
import { fixedPages } from "#lib/i18n/fixed-pages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { SearchDocument } from "./search-document.ts";

/** Everything that a reader of a language can find. A new kind of content has its line here. */
export function searchDocuments(locale: Locale, root = contentRoot): SearchDocument[] {
  const [categories, tags] = [getCategories(root), getTags(root)];
  const named = (names: NamedSlugs, slug: string) => names[slug]?.[locale] ?? "";
  const articles = getArticles(locale, root).filter((article) => publicationOf(article) === "published");

  const byKind: Record<Kind, SearchDocument[]> = {
    blog: articles.map((article) => ({
      ...entryAt(paths.article, article, root),
      keywords: [named(categories, article.category), ...article.tags.map((tag) => named(tags, tag))].join(" "),
    })),
    services: getServices(locale, root).map((service) =>
      entryAt(paths.service, service, root, [service.audience, service.outcome, service.start]),
    ),
    industries: getIndustries(locale, root).map((industry) => entryAt(paths.industry, industry, root, industry.tasks)),
    hubs: getHubs(locale, root).map((hub) => ({
      ...entryAt(paths.hub, hub, root, hub.knownFor),
      keywords: hub.country,
    })),
    projects: getProjects(locale, root).map((project) => ({
      ...entryAt(paths.project, project, root),
      keywords: project.client,
    })),
    pages: [
      ...getPages(locale, root).map((page) => entryAt(paths.page, page, root)),
      ...pagesWithoutFile(locale, root),
    ],
  };
  return Object.values(byKind).flat();
}

type Entry = ContentFile & { slug: string; title: string; description: string };

/** `shown` is what the page says of its front matter before its text. */
function entryAt(
  addressOf: (locale: Locale, slug: string) => string,
  entry: Entry,
  root: string,
  shown: string[] = [],
): SearchDocument {
  const { kind, locale, slug, title, description } = entry;
  const body = plainText(readBody(entry, root).tree);
  const text = [...shown.map(asLine), body].join("").replaceAll(/\s+/g, " ");
  return {
    kind,
    address: addressOf(locale, slug),
    title,
    description,
    keywords: "",
    text: text.replace(/[\s·]+$/, ""),
  };
}

function pagesWithoutFile(locale: Locale, root: string): SearchDocument[] {
  const sectors = Object.values(getClientSectors(root));
  const clients = sectors.map(({ name, clients }) => `${name[locale]}: ${clients.join(", ")}.`).join(" ");
  return fixedPages.flatMap(({ pathIn, words }) => {
    if (!words || pathIn === paths.home) return [];
    const { title, description, text = pathIn === paths.projects ? clients : "" } = words(getMessages(locale));
    return [{ kind: "pages" as const, address: pathIn(locale), title, description, keywords: "", text }];
  });
}

/** The words of a text on one line. What our blocks say in attributes, such as the label of a figure, is among them. */
function plainText(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  const inside = node.children.map(plainText).join("");
  if (node.type !== "element" || !/^(h[1-6]|li|t[hd]|dc-.*)$/.test(node.tagName)) return inside;

  const { title, value, label, source } = node.tagName.startsWith("dc-") ? node.properties : {};
  return asLine([title, value, label, source, inside.trim()].filter(Boolean).join(" · "));
}

/** Keeps a title or a cell apart from what follows, as its own line does on the page. */
function asLine(text: string): string {
  if (text === "") return "";
  return /[.:!?·]$/.test(text) ? `${text} ` : `${text} · `;
}
