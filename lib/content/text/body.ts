import GithubSlugger, { slug } from "github-slugger";
import type { Element, Root, Text } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { Html, Root as MarkdownRoot, Paragraph, Parents } from "mdast";
import remarkRehype, { type Options } from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { question } from "#lib/question.ts";
import { holdsBlocksAlone, isBlock } from "./blocks.ts";
import { type BodyFile, readMarkdown } from "./markdown.ts";
import { nextHeadingLevel } from "./next-heading-level.ts";
import { pageIds } from "./page-ids.ts";
import { countWords } from "./reading-minutes.ts";
import { textSign } from "./text-sign.ts";

export type Heading = { depth: number; id: string; text: string };
type Body = { tree: Root; headings: Heading[]; words: number };

/** The text of an entry. Our blocks are elements such as `dc-callout`; headings begin at h2, as h1 is the page's title. */
export function readBody({ file, locale }: BodyFile, root = contentRoot): Body {
  return bodyOf(file, locale, root);
}

const bodyOf = question(
  "body",
  (file: string, locale: Locale, root = contentRoot): Body => {
    const { tree: markdown, problems } = readMarkdown({ file, locale }, root);
    throwOnErrors(problems);
    if (!markdown) throw new Error(`${file} gave neither a text nor a problem`);

    return toBody(markdown, locale);
  },
  (file: string, _locale: Locale, root = contentRoot) => textSign(file, root),
);

export function toBody(markdown: MarkdownRoot, locale: Locale): Body {
  lowerHeadings(markdown);
  const tree = unified().use(remarkRehype, optionsFor(locale)).runSync(markdown);
  nameHeadings(tree);
  return { tree, headings: headingsOf(tree), words: countWords(textOf(tree)) };
}

function lowerHeadings(markdown: MarkdownRoot) {
  let hasTitle = false;
  visit(markdown, "heading", (heading) => {
    if (heading.depth === 1) hasTitle = true;
  });
  if (!hasTitle) return;

  visit(markdown, "heading", (heading) => {
    heading.depth = nextHeadingLevel[heading.depth];
  });
}

function optionsFor(locale: Locale): Options {
  const { footnotes } = getMessages(locale);
  return {
    footnoteLabel: footnotes.title,
    footnoteLabelProperties: {},
    footnoteBackLabel: (index, again) => `${footnotes.back} ${index + 1}${again > 1 ? `-${again}` : ""}`,
    handlers: {
      html: (_state, node: Html, parent: Parents | undefined) => rawHtmlAsText(node, parent),
      paragraph(state, node: Paragraph) {
        const children = state.all(node);
        if (holdsBlocksAlone(node)) return children.filter((child) => child.type === "element");
        const paragraph: Element = { type: "element", tagName: "p", properties: {}, children };
        state.patch(node, paragraph);
        return paragraph;
      },
    },
  };
}

function rawHtmlAsText(node: Html, parent: Parents | undefined): Element | Text {
  const text: Text = { type: "text", value: node.value };
  const standsAlone =
    !parent || isBlock(parent) || ["root", "blockquote", "listItem", "footnoteDefinition"].includes(parent.type);
  return standsAlone ? { type: "element", tagName: "p", properties: {}, children: [text] } : text;
}

/** Gives each heading an id of its words that nothing else on its page has: neither a footnote nor what is around the text. */
function nameHeadings(tree: Root) {
  const slugger = new GithubSlugger();
  for (const id of pageIds) slugger.slug(id);
  visit(tree, "element", ({ properties }) => {
    if (properties.id) slugger.slug(String(properties.id));
  });
  visit(tree, "element", (element) => {
    if (!/^h[1-6]$/.test(element.tagName) || element.properties.id) return;
    // What other programs call it is told of, and its place is called so once that is removed.
    const words = slug(textOf(element).replace(/\s*\{#[^\s{}]+\}\s*$/, ""));
    // Of an emoji nothing is left.
    element.properties.id = slugger.slug(/[\p{L}\p{N}]/u.test(words) ? words : "section");
  });
}

function headingsOf(tree: Root): Heading[] {
  const headings: Heading[] = [];
  visit(tree, "element", (element) => {
    const depth = Number(/^h([2-6])$/.exec(element.tagName)?.[1]);
    if (depth) headings.push({ depth, id: String(element.properties.id), text: textOf(element) });
  });
  return headings;
}
