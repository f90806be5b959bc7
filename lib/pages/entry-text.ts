import type { ListItem, PhrasingContent, Root, RootContent } from "mdast";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import type { Article } from "#lib/content/kinds/article.ts";
import { findAuthors } from "#lib/content/kinds/author.ts";
import type { Hub } from "#lib/content/kinds/hub.ts";
import type { Service } from "#lib/content/kinds/service.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { readPublicEnv } from "#lib/env.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatCount, formatDate, formatList } from "#lib/i18n/format.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { plainBody } from "./plain-body.ts";

/** What has its words as Markdown beside its page. */
export type Written = Article | Service | Hub;

/** The words of a page as Markdown, under its title, with its address, and what it says before its text. */
export function entryText(entry: Written, root = contentRoot, images?: string): string {
  const url = readPublicEnv().siteUrl + entryPath(entry);
  const { line, facts = [] } = aboveText(entry, root);

  const head: RootContent[] = [
    { type: "heading", depth: 1, children: [{ type: "text", value: entry.title }] },
    { type: "blockquote", children: [{ type: "paragraph", children: [{ type: "text", value: leadOf(entry) }] }] },
    {
      type: "paragraph",
      children: [
        ...(line ? [{ type: "text" as const, value: `${line} ` }] : []),
        { type: "link", url, children: [{ type: "text", value: url }] },
      ],
    },
  ];
  const body = unified()
    .use(rehypeRemark)
    .runSync(plainBody(entry, root, images));
  const whole: Root = { type: "root", children: [...head, ...listOf(facts), ...body.children] };
  return unified().use(remarkGfm).use(remarkStringify, { bullet: "-" }).stringify(whole);
}

/** Under the title of an article stands what search engines show, as in feeds; under others what their page says there. */
function leadOf(entry: Written): string {
  return entry.kind === "blog" ? entry.description : entry.summary;
}

type Fact = [strong: string, said: string];

/** Of an article who wrote it and when, in a line; of others what their page says before its text. */
function aboveText(entry: Written, root: string): { line?: string; facts?: Fact[] } {
  const { locale } = entry;
  const { feeds, services, hubs, figureSource } = getMessages(locale);
  switch (entry.kind) {
    case "blog": {
      const { date, updated } = entry;
      const authors = findAuthors(entry.authors, root).map(({ name }) => name);
      const said = [
        authors.length > 0 && fill(feeds.by, { author: formatList(authors, locale) }),
        `${formatDate(date, locale)}.`,
        updated && fill(feeds.updated, { date: formatDate(updated, locale) }),
      ];
      return { line: said.filter(Boolean).join(" ") };
    }
    case "services": {
      const { audience, outcome, start } = entry;
      return {
        facts: [
          [`${services.audience}:`, audience],
          [`${services.outcome}:`, outcome],
          [`${services.start}:`, start],
        ],
      };
    }
    case "hubs": {
      const { country, knownFor, figures } = entry;
      const known: Fact[] = knownFor.length > 0 ? [[`${hubs.knownFor}:`, knownFor.join("; ")]] : [];
      const counted = Object.values(figures).map(({ value, label, source }): Fact => {
        return [formatCount(value, locale), `${label} (${figureSource}: ${source})`];
      });
      return { facts: [[`${hubs.columns.country}:`, country], ...known, ...counted] };
    }
  }
}

function listOf(facts: readonly Fact[]): RootContent[] {
  if (facts.length === 0) return [];
  const items = facts.map(([strong, said]): ListItem => {
    const words: PhrasingContent[] = [
      { type: "strong", children: [{ type: "text", value: strong }] },
      { type: "text", value: ` ${said}` },
    ];
    return { type: "listItem", spread: false, children: [{ type: "paragraph", children: words }] };
  });
  return [{ type: "list", spread: false, children: items }];
}
