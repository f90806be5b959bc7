import type { Element, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { toString as textOf } from "hast-util-to-string";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { isLocale, type Locale } from "#lib/i18n/locales.ts";
import { oneLine } from "./clean-text.ts";
import { elementsIn } from "./elements-in.ts";

export type PagePost = { keys: Record<string, unknown>; html: string; locale?: Locale };

/** The names of what a page says of itself, in the order in which they are believed. */
const said: Record<string, string[]> = {
  title: ["og:title", "twitter:title"],
  description: ["description", "og:description", "twitter:description"],
  date: ["article:published_time", "datePublished", "date", "dcterms.created"],
  updated: ["article:modified_time", "dateModified"],
  author: ["author", "article:author"],
  tags: ["keywords", "article:tag"],
  category: ["article:section"],
  image: ["og:image", "twitter:image"],
};

/** A page that is nested too deeply to be looked through is given as it is: whoever makes Markdown of it says so. */
export function pagePost(page: string): PagePost {
  try {
    return postIn(page);
  } catch (error) {
    if (error instanceof RangeError) return { keys: {}, html: page };
    throw error;
  }
}

/** The text of a page without what stands around it, and what the page says of itself. */
function postIn(page: string): PagePost {
  const tree = unified().use(rehypeParse).parse(page);
  const metas = new Map<string, string>();
  let documentTitle = "";
  let lang = "";
  visit(tree, "element", ({ tagName, properties, children }) => {
    if (tagName === "html")
      lang = String(properties.lang ?? "")
        .slice(0, 2)
        .toLowerCase();
    if (tagName === "title") documentTitle ||= oneLine(textOf({ type: "root", children }));
    const name = String(properties.property ?? properties.name ?? properties.itemProp ?? "");
    const content = oneLine(String(properties.content ?? ""));
    if (tagName === "meta" && content && !metas.has(name)) metas.set(name, content);
  });
  const keys = Object.entries(said).flatMap(([key, names]) => {
    const value = names.map((name) => metas.get(name)).find(Boolean);
    return value ? [[key, value] as const] : [];
  });

  const bold = classesOf(tree);
  const main = mainOf(tree);
  const heading = first(main, /^h1$/) ?? first(main, /^p$/, /\btitle\b/);
  const title = heading && oneLine(textOf(heading));
  styleByClass(main, bold);
  if (heading && /^p$/.test(heading.tagName)) heading.tagName = "h1";
  return {
    keys: { ...Object.fromEntries(keys), ...(title || documentTitle ? { title: title || documentTitle } : {}) },
    html: toHtml(main.children),
    ...(isLocale(lang) && { locale: lang }),
  };
}

function mainOf(tree: Root): Element {
  const articles = elementsIn(tree).filter(({ tagName }) => tagName === "article");
  const [article] = articles;
  const main = articles.length === 1 && article ? article : first(tree, /^main$/);
  const whole = main ?? first(tree, /^body$/);
  if (!whole) throw new Error("a page has no body");
  // What a page has around a text, where nothing says which is which; in a text it is a part of it.
  if (!main)
    whole.children = whole.children.filter(
      (child) => child.type !== "element" || !/^(header|footer|nav|aside)$/.test(child.tagName),
    );
  return whole;
}

function first(tree: Root | Element, name: RegExp, className?: RegExp): Element | undefined {
  return elementsIn(tree).find(
    (node) =>
      node !== tree &&
      name.test(node.tagName) &&
      (!className || className.test(String(node.properties.className ?? ""))),
  );
}

type Classes = Map<string, string>;

/** Google Docs writes what is bold into classes whose styles stand at the top. */
function classesOf(tree: Root): Classes {
  const styles: Classes = new Map();
  for (const node of elementsIn(tree).filter(({ tagName }) => tagName === "style")) {
    for (const [, name = "", style = ""] of textOf(node).matchAll(/\.([\w-]{1,40})\s*\{([^{}]{1,2000})\}/g)) {
      if (/font-weight:\s*(?:bold|[6-9]00)|font-style:\s*italic|line-through/i.test(style)) styles.set(name, style);
    }
  }
  return styles;
}

function styleByClass(tree: Element, styles: Classes) {
  for (const node of elementsIn(tree)) {
    if (node.tagName !== "span" || !Array.isArray(node.properties.className)) continue;
    const style = node.properties.className.map((name) => styles.get(String(name)) ?? "").join(";");
    if (style.length > 1) node.properties.style = `${String(node.properties.style ?? "")};${style}`;
  }
}
