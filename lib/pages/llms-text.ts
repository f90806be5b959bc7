import type { List, PhrasingContent, Root, RootContent } from "mdast";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { getArticles } from "#lib/content/kinds/article.ts";
import { getHubs } from "#lib/content/kinds/hub.ts";
import { getIndustries } from "#lib/content/kinds/industry.ts";
import { getPages } from "#lib/content/kinds/page.ts";
import { getServices } from "#lib/content/kinds/service.ts";
import { getHomeWords } from "#lib/content/settings/home-words.ts";
import { getSite } from "#lib/content/settings/site.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { readPublicEnv } from "#lib/env.ts";
import { fixedPages } from "#lib/i18n/fixed-pages.ts";
import { defaultLocale, locales } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";

type Line = { title: string; path: string; description: string };

/** What is on the site, for language models, as llmstxt.org has it: the articles by their Markdown. */
export function llmsText(root = contentRoot): string {
  const sections = locales.flatMap((locale) => {
    const text = getMessages(locale);
    const { services, industries, hubs, blog, languageName } = text;
    const entries = (list: Parameters<typeof lineOf>[0][]) => list.map(lineOf);
    const pages = [
      ...entries(getPages(locale, root)),
      ...fixedPages.flatMap(({ pathIn, isForLeads, words }) =>
        isForLeads && words ? [{ ...words(text), path: pathIn(locale) }] : [],
      ),
    ];
    const articles = getArticles(locale, root).map((article) => ({
      ...article,
      path: paths.articleText(locale, article.slug),
    }));
    return [
      section(`${services.title} (${languageName})`, entries(getServices(locale, root))),
      section(`${industries.title} (${languageName})`, entries(getIndustries(locale, root))),
      section(`${hubs.title} (${languageName})`, entries(getHubs(locale, root))),
      section(`${blog.title} (${languageName})`, articles),
      section(`${getSite(root).name} (${languageName})`, pages),
    ].flat();
  });

  const head: RootContent[] = [
    { type: "heading", depth: 1, children: [{ type: "text", value: getSite(root).name }] },
    {
      type: "blockquote",
      children: [
        { type: "paragraph", children: [{ type: "text", value: getHomeWords(defaultLocale, root).meta_description }] },
      ],
    },
  ];
  const whole: Root = { type: "root", children: [...head, ...sections] };
  return unified().use(remarkStringify, { bullet: "-" }).stringify(whole);
}

function lineOf(entry: Parameters<typeof entryPath>[0] & Omit<Line, "path">): Line {
  const { title, description } = entry;
  return { title, description, path: entryPath(entry) };
}

function section(title: string, lines: Line[]): RootContent[] {
  if (lines.length === 0) return [];
  const { siteUrl } = readPublicEnv();
  const list: List = {
    type: "list",
    spread: false,
    children: lines.map(({ title, path, description }) => {
      const link: PhrasingContent = { type: "link", url: siteUrl + path, children: [{ type: "text", value: title }] };
      const words: PhrasingContent = { type: "text", value: `: ${description}` };
      return { type: "listItem", spread: false, children: [{ type: "paragraph", children: [link, words] }] };
    }),
  };
  return [{ type: "heading", depth: 2, children: [{ type: "text", value: title }] }, list];
}
