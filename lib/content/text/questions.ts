import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { Heading, Root as MarkdownRoot, Nodes } from "mdast";
import { visit } from "unist-util-visit";
import { isBlock } from "./blocks.ts";
import { nextHeadingLevel } from "./next-heading-level.ts";
import type { Report } from "./report.ts";

type FlowBlock = Extract<Nodes, { type: "mdxJsxFlowElement" }>;
type Written = FlowBlock["children"][number];

/** Gives each <Question> a heading one level below the section it stands in, and reports what is not in its place. */
export function arrangeQuestions(tree: MarkdownRoot, report: Report) {
  let depth: Heading["depth"] = 1;
  visit(tree, (node, _index, parent) => {
    const within = parent && isBlock(parent) ? parent.name : undefined;
    if (node.type === "heading" && !within) depth = node.depth;
    if (!isBlock(node)) return;

    if (node.name === "Questions") {
      if (node.type !== "mdxJsxFlowElement")
        return report(node, "put <Questions> and </Questions> on lines of their own");
      node.children = node.children.flatMap((child) => questionsIn(child, report));
      if (node.children.length === 0) report(node, '<Questions> needs at least one <Question title="…">');
    }
    if (node.name !== "Question") return;
    if (node.children.length === 0) report(node, "<Question> needs its answer before </Question>");
    if (within !== "Questions") report(node, "put <Question> between <Questions> and </Questions>");
    else if (node.type === "mdxJsxFlowElement") node.children.unshift(headingOf(node, nextHeadingLevel[depth]));
  });
}

/** A question on one line is a part of a paragraph for Markdown; all come out as blocks of their own. */
function questionsIn(child: Written, report: Report): Written[] {
  if (isBlock(child) && child.name === "Question") return [child];
  if (child.type !== "paragraph") {
    report(child, "only <Question> stands in <Questions>; put this text into one of them, or after </Questions>");
    return [];
  }
  return child.children.flatMap((part): Written[] => {
    if (part.type === "mdxJsxTextElement" && part.name === "Question") {
      const { name, attributes, data, position } = part;
      const answer: Written[] = part.children.length > 0 ? [{ type: "paragraph", children: part.children }] : [];
      return [{ type: "mdxJsxFlowElement", name, attributes, data, position, children: answer }];
    }
    if (part.type === "text" && part.value.trim() === "") return [];
    report(part, "only <Question> stands in <Questions>; put this text into one of them, or after </Questions>");
    return [];
  });
}

function headingOf(question: FlowBlock, depth: Heading["depth"]): Heading {
  const title = String(question.data?.hProperties?.title ?? "");
  return { type: "heading", depth, children: [{ type: "text", value: title }] };
}

export type Question = { title: string; answer: string };

/** The questions of a body in their order, with the words of their answers alone. */
export function listQuestions(tree: Root): Question[] {
  const questions: Question[] = [];
  visit(tree, { type: "element", tagName: "dc-question" }, ({ properties, children }: Element) => {
    const [, ...answer] = children;
    const words = answer.map((child) => textOf(child)).join(" ");
    questions.push({ title: String(properties.title), answer: words.replaceAll(/\s+/g, " ").trim() });
  });
  return questions;
}
