import type { List, PhrasingContent, Root, RootContent } from "mdast";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { namedPages } from "#lib/content/kinds/named-pages.ts";
import { type Entry, registry } from "#lib/content/kinds/registry.ts";
import { getHomeWords } from "#lib/content/settings/home-words.ts";
import { getSite } from "#lib/content/settings/site.ts";
import { contentRoot, type Kind, kinds } from "#lib/content/source/content-folder.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { readPublicEnv } from "#lib/env.ts";
import { defaultLocale, locales } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { hasText } from "#lib/i18n/page-of-text.ts";
import { paths } from "#lib/i18n/paths.ts";

/** What is offered comes before what is written about it. */
const inOrder: Kind[] = [...kinds.filter((kind) => kind !== "blog" && kind !== "pages"), "blog", "pages"];

type Line = { title: string; path: string; description: string };

/** What is on the site, for language models, as llmstxt.org has it: by the Markdown of what has any. */
export function llmsText(root = contentRoot): string {
  const sections = locales.flatMap((locale) => {
    const text = getMessages(locale);
    const fixed = namedPages(locale, root).filter(({ isForLeads }) => isForLeads);
    return inOrder.flatMap((kind) => {
      const lines = registry[kind].get(locale, root).map(lineOf);
      const [title, all] = kind === "pages" ? [getSite(root).name, [...lines, ...fixed]] : [text[kind].title, lines];
      return section(`${title} (${text.languageName})`, all);
    });
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

/** Where there is one, with the address of its Markdown. */
function lineOf(entry: Entry): Line {
  const { title, description } = entry;
  const path = entryPath(entry);
  return { title, description, path: hasText(path) ? paths.text(path) : path };
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
