import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { FootnoteDefinition, FootnoteReference, Image, Root as MarkdownRoot, Nodes } from "mdast";
import rehypeParse from "rehype-parse";
import rehypeRemark, { type Options } from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { EXIT, visit } from "unist-util-visit";
import { beginning, oneLine } from "#lib/import/read/clean-text.ts";
import { elementsIn } from "#lib/import/read/elements-in.ts";
import { cleanTree, type Ground, pictureAddress } from "./clean-tree.ts";

type Handlers = NonNullable<Options["handlers"]>;

export type Text = { body: string; ending: ".md" | ".mdx"; description: string; isWhole: boolean };

/** A text as Markdown; nothing of one that is nested more deeply than anybody writes. `fetch` gets its pictures, one after the other. */
export async function toMarkdown(
  html: string,
  title: string,
  fetch: (address: string) => Promise<string | undefined>,
  ground: Omit<Ground, "pictures">,
): Promise<Text> {
  try {
    const tree = unified().use(rehypeParse, { fragment: true }).parse(html);
    dropTitle(tree, title);
    const pictures = new Map<string, string>();
    for (const address of addressesIn(tree)) {
      const file = await fetch(address);
      if (file) pictures.set(address, file);
    }
    cleanTree(tree, { ...ground, pictures });
    const markdown = unified().use(rehypeRemark, { handlers, newlines: false }).runSync(tree);
    const description = firstWords(tree);
    return { ...stringified(markdown), description, isWhole: true };
  } catch (error) {
    // The stack of calls is as deep as the tree.
    if (error instanceof RangeError && /call stack/i.test(error.message))
      return { body: "", ending: ".md", description: "", isWhole: false };
    throw error;
  }
}

/** The page shows it above the text. */
function dropTitle(tree: Root, title: string) {
  visit(tree, "element", (node, index, parent) => {
    if (!/^h[1-6]$/.test(node.tagName) || !parent || index === undefined) return undefined;
    if (oneLine(textOf(node)).toLowerCase() === title.toLowerCase()) parent.children.splice(index, 1);
    return EXIT;
  });
}

function addressesIn(tree: Root): Set<string> {
  const images = elementsIn(tree).filter(({ tagName }) => tagName === "img");
  return new Set(images.map(pictureAddress).filter(Boolean));
}

/** The first words of the text, for search engines. */
function firstWords(tree: Root): string {
  let words = "";
  visit(tree, "element", (node) => {
    if (/^(h\d|li|table|pre|dc-note|dc-gallery|dc-video)$/.test(node.tagName)) return "skip";
    if (node.tagName !== "p") return undefined;
    words = `${words} ${oneLine(textOf(node))}`.trim();
    return words.length >= 70 ? EXIT : "skip";
  });
  return beginning(words || oneLine(textOf(tree)), 160);
}

const handlers: Handlers = {
  "dc-note-mark": (_state, node: Element): FootnoteReference => ({ type: "footnoteReference", ...nameOf(node) }),
  "dc-note": (state, node: Element): FootnoteDefinition => ({
    type: "footnoteDefinition",
    ...nameOf(node),
    children: state.toFlow(state.all(node)) as FootnoteDefinition["children"],
  }),
  "dc-video": (_state, { properties }: Element) =>
    block("Video", { href: String(properties.href), title: String(properties.name) }, []),
  "dc-callout": (state, node: Element) =>
    block(
      "Callout",
      node.properties.name ? { title: String(node.properties.name) } : {},
      state.toFlow(state.all(node)),
    ),
  "dc-gallery": (_state, node: Element) => {
    const shown = node.children.flatMap((child): Nodes[] =>
      child.type === "element" ? [{ type: "text", value: "\n" }, imageOf(child)] : [],
    );
    return block("Gallery", {}, [{ type: "paragraph", children: shown.slice(1) } as Nodes]);
  },
};

function nameOf({ properties }: Element) {
  return { identifier: String(properties.name), label: String(properties.name) };
}

function imageOf({ properties }: Element): Image {
  const { src, alt, title } = properties;
  return { type: "image", url: String(src), alt: String(alt ?? ""), ...(title ? { title: String(title) } : {}) };
}

function block(name: string, attributes: Record<string, string>, children: Nodes[]) {
  return {
    type: "mdxJsxFlowElement" as const,
    name,
    attributes: Object.entries(attributes).map(([name, value]) => ({ type: "mdxJsxAttribute" as const, name, value })),
    children: children as never[],
  };
}

function stringified(tree: MarkdownRoot): Pick<Text, "body" | "ending"> {
  let hasBlocks = false;
  visit(tree, "mdxJsxFlowElement", () => {
    hasBlocks = true;
  });
  if (hasBlocks) capitalize(tree);
  const words = unified().use(remarkGfm);
  const writer = (hasBlocks ? words.use(remarkMdx) : words).use(remarkStringify, {
    bullet: "-",
    rule: "-",
    emphasis: "*",
    listItemIndent: "one",
    resourceLink: true,
  });
  // What git leaves of two versions is an error here, also in code that tells of it.
  const body = writer.stringify(tree).replaceAll(/^(<{7}|>{7})(?= |$)/gm, " $1");
  return { body, ending: hasBlocks ? ".mdx" : ".md" };
}

/** A paragraph of an .mdx file that begins with import or export would be taken for a program. */
function capitalize(tree: MarkdownRoot) {
  visit(tree, "paragraph", ({ children: [first] }) => {
    if (first?.type === "text" && /^(import|export)\b/.test(first.value))
      first.value = first.value.replace(/^[ie]/, (letter) => letter.toUpperCase());
  });
}
