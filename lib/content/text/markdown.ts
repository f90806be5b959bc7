import path from "node:path";
import type { Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import type { Problem } from "#lib/content/source/content-error.ts";
import { type ContentFile, listFiles, readText } from "#lib/content/source/content-folder.ts";
import { splitFrontMatter } from "#lib/content/source/front-matter.ts";
import { resolveAddresses } from "./addresses.ts";
import { blockLines } from "./block-lines.ts";
import { isBlock, resolveBlocks } from "./blocks.ts";
import { cutAddresses } from "./cut-addresses.ts";
import { lintMarkdown } from "./lint/lint-markdown.ts";
import { parseText } from "./parse-text.ts";
import { placeLinks } from "./place-links.ts";
import { plainSpaces } from "./plain-spaces.ts";
import { arrangeQuestions } from "./questions.ts";
import type { Report } from "./report.ts";
import { syntaxProblem } from "./syntax-problem.ts";

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();
const markdownWithBlocks = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** The text of an entry as a Markdown tree with all addresses and blocks resolved, and what is wrong with it. */
export function readMarkdown({ file, locale }: BodyFile, root: string): { tree?: Root; problems: Problem[] } {
  const text = readText(root, file);
  const parts = typeof text === "string" ? splitFrontMatter(file, text) : text;
  if ("severity" in parts) return { problems: [parts] };

  const problems: Problem[] = [];
  const report: Report = ({ position }, message, severity = "error") => {
    const { line, column } = position?.start ?? { line: 1, column: 1 };
    problems.push({ severity, file, line, column, field: "body", message });
  };

  const body = plainSpaces(parts.body);
  if (path.extname(file) === ".md") {
    const tree = parseText(markdown, body, report);
    if (!tree) return { problems };
    cutAddresses(tree, body);
    placeLinks(tree, body);
    lintMarkdown(tree, body, report);
    resolveAddresses(tree, root, report);
    return { tree, problems };
  }

  const { text: arranged, original } = blockLines(body);
  try {
    const tree = parseText(markdownWithBlocks, arranged, ({ position }, message) =>
      report({ position: position && { start: original(position.start), end: original(position.end) } }, message),
    );
    if (!tree) return { problems };
    if (arranged !== body) moveBack(tree, original);
    cutAddresses(tree, body);
    placeLinks(tree, body);
    lintMarkdown(tree, body, report);
    const services = listFiles(root, locale, "services").files.map(({ name }) => name);
    resolveBlocks(tree, { root, locale, services }, report);
    arrangeQuestions(tree, report);
    resolveAddresses(tree, root, report);
    return { tree, problems };
  } catch (error) {
    const problem = syntaxProblem(file, error, arranged);
    const { line, column } = original(problem);
    return { problems: [...problems, { ...problem, line, column }] };
  }
}

/** From where the parts of a text were found to where they were written. */
function moveBack(tree: Root, original: ReturnType<typeof blockLines>["original"]) {
  const move = ({ position }: Pick<Nodes, "position">) => {
    if (position) Object.assign(position, { start: original(position.start), end: original(position.end) });
  };
  visit(tree, (node) => {
    move(node);
    if (isBlock(node)) node.attributes.forEach(move);
  });
}

export type BodyFile = Pick<ContentFile, "file" | "locale">;
