import type { Root, RootContent } from "mdast";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import type { Article } from "#lib/content/kinds/article.ts";
import { findAuthors } from "#lib/content/kinds/author.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { readPublicEnv } from "#lib/env.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatDate, formatList } from "#lib/i18n/format.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { plainBody } from "#lib/pages/plain-body.ts";

/** A whole article as Markdown, under its title, with its address. */
export function articleText(article: Article, root = contentRoot, images?: string): string {
  const { locale, slug, title, description, date, updated } = article;
  const { feeds } = getMessages(locale);
  const authors = findAuthors(article.authors, root).map(({ name }) => name);
  const url = readPublicEnv().siteUrl + paths.article(locale, slug);
  const facts = [
    authors.length > 0 && fill(feeds.by, { author: formatList(authors, locale) }),
    `${formatDate(date, locale)}.`,
    updated && fill(feeds.updated, { date: formatDate(updated, locale) }),
  ].filter(Boolean);

  const head: RootContent[] = [
    { type: "heading", depth: 1, children: [{ type: "text", value: title }] },
    { type: "blockquote", children: [{ type: "paragraph", children: [{ type: "text", value: description }] }] },
    {
      type: "paragraph",
      children: [
        { type: "text", value: `${facts.join(" ")} ` },
        { type: "link", url, children: [{ type: "text", value: url }] },
      ],
    },
  ];
  const body = unified()
    .use(rehypeRemark)
    .runSync(plainBody(article, root, images));
  const whole: Root = { type: "root", children: [...head, ...body.children] };
  return unified().use(remarkGfm).use(remarkStringify, { bullet: "-" }).stringify(whole);
}
