import type { Element, ElementContent, Nodes, Root } from "hast";
import { h } from "hastscript";
import { EXIT, visit } from "unist-util-visit";

/** What has another key is another list. */
type Listed = { list: Element; level: number; key: string; begins?: boolean };

/** Lists of Google Docs stand beside each other whatever their level, and those of Word are paragraphs with a sign before them. */
export function nestLists(tree: Root) {
  visit(tree, (node) => {
    if ("children" in node) node.children = nested(node.children as ElementContent[]);
  });
}

function nested(children: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let open: Listed[] = [];
  for (const child of children) {
    const listed = child.type === "element" ? (ofGoogle(child) ?? ofWord(child)) : undefined;
    if (!listed) {
      if (child.type !== "text" || child.value.trim() !== "") open = [];
      result.push(child);
      continue;
    }
    open = open.filter(({ level }) => level <= listed.level);
    const last = open.at(-1);
    if (last?.level === listed.level) {
      if (last.key === listed.key && !listed.begins) {
        last.list.children.push(...listed.list.children);
        continue;
      }
      open.pop();
    }
    const item = open.at(-1)?.list.children.findLast((part) => part.type === "element");
    (item?.type === "element" ? item.children : result).push(listed.list);
    open.push(listed);
  }
  return result;
}

function ofGoogle(node: Element): Listed | undefined {
  const [key, level] = /lst-kix_\w+-(\d)/.exec(String(node.properties.className ?? "")) ?? [];
  return key && /^[ou]l$/.test(node.tagName)
    ? { list: node, level: Number(level), key: `${node.tagName} ${key}` }
    : undefined;
}

function ofWord(node: Element): Listed | undefined {
  if (node.tagName !== "p" || !/\bMsoList/.test(String(node.properties.className ?? ""))) return undefined;
  const sign = takeSign(node);
  if (sign === undefined) return undefined;
  const style = String(node.properties.style ?? "");
  const level = /mso-list:\s*\w+\s+level(\d)/.exec(style)?.[1] ?? Math.max(1, Math.round(marginOf(style) / 36));
  const [isNumbered, number] = /^\(?(?:(\d+)|[a-z]{1,5})[.)]$/i.exec(sign) ?? [];
  const name = isNumbered ? "ol" : "ul";
  const list = h(name, number ? { start: Number(number) } : {}, [h("li", node.children)]);
  return { list, level: Number(level), key: name, begins: number === "1" };
}

/** Of points. */
function marginOf(style: string): number {
  const [, number = "0", unit = "pt"] = /margin-left:\s*([\d.]+)(pt|in|cm)/.exec(style) ?? [];
  return Number(number) * { pt: 1, in: 72, cm: 28.35 }[unit as "pt" | "in" | "cm"];
}

/** The bullet or the number that Word writes into a paragraph, up to the small spaces behind it. */
function takeSign(paragraph: Element): string | undefined {
  let spaces: Element | undefined;
  visit(paragraph, "element", (node) => {
    if (!/mso-list:\s*ignore|font:\s*7\.0pt/i.test(String(node.properties.style ?? ""))) return undefined;
    spaces = node;
    return EXIT;
  });
  if (!spaces) return undefined;
  const sign: string[] = [];
  let isAfter = false;
  const take = (node: Nodes) => {
    if (isAfter) return;
    if (node.type === "text") {
      sign.push(node.value);
      node.value = "";
    } else if ("children" in node) node.children.forEach(take);
    isAfter ||= node === spaces;
  };
  paragraph.children.forEach(take);
  return sign.join("").trim();
}
