import type { Root } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Blockquote, Root as MarkdownRoot, Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";

/** Markdown of other programs as HTML, and that which stands in it as it is: one way leads from there to ours. */
export function markdownToHtml(text: string): { html: string; title?: string; properties: Record<string, string> } {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text);
  const title = titleIn(tree);
  const properties = title === undefined ? {} : takeProperties(tree);
  visit(tree, "image", (node) => {
    // A title is a caption here, and a tooltip in HTML.
    if (node.title) node.data = { hProperties: { dataCaption: node.title } };
  });
  visit(tree, "blockquote", takeCallout);
  const page: Root = unified().use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "" }).runSync(tree);
  return { html: toHtml(page, { allowDangerousHtml: true }), title, properties };
}

function titleIn({ children: [first] }: MarkdownRoot): string | undefined {
  return first?.type === "heading" && first.depth === 1 ? wordsOf(first).trim() : undefined;
}

/** Notion writes the columns of a table below the title of each of its pages: Tags: one, two. */
function takeProperties(tree: MarkdownRoot): Record<string, string> {
  const second = tree.children[1];
  if (second?.type !== "paragraph") return {};
  const lines = wordsOf(second).split("\n");
  const pairs = lines.map((line) => /^(\p{Lu}[\p{L} ]{1,30}): (\S.*)$/u.exec(line));
  if (!pairs.every((pair) => pair !== null)) return {};
  const isKnown = pairs.some((pair) =>
    /^(tags?|date|created( time)?|author|status|slug|category|etiquetas|fecha|autor|estado|categoría)$/i.test(
      pair?.[1] ?? "",
    ),
  );
  if (!isKnown) return {};
  tree.children.splice(1, 1);
  return Object.fromEntries(
    pairs.map((pair) => [english[(pair?.[1] ?? "").toLowerCase()] ?? pair?.[1] ?? "", pair?.[2] ?? ""]),
  );
}

const english: Record<string, string> = {
  ...{ etiquetas: "tags", fecha: "date", autor: "author", estado: "status", categoría: "category", título: "title" },
  ...{ "created time": "created", "last edited time": "lastmod" },
};

/** > [!note] Title, as GitHub and Obsidian have it. */
function takeCallout(node: Blockquote) {
  const [first] = node.children;
  const words = first?.type === "paragraph" ? first.children[0] : undefined;
  if (first?.type !== "paragraph" || words?.type !== "text") return;
  const found = /^\[!(\w+)\][-+]?[ \t]*([^\n]*)(?:\n|$)/.exec(words.value);
  if (!found) return;
  words.value = words.value.slice(found[0].length);
  if (words.value === "" && first.children.length === 1) node.children.shift();
  node.data = { hName: "aside", hProperties: { title: found[2] ?? "" } };
}

function wordsOf(node: Nodes): string {
  if (node.type === "break") return "\n";
  if ("children" in node) return node.children.map(wordsOf).join("");
  return "value" in node ? node.value : "";
}
