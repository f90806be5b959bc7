import path from "node:path";
import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { resolveAddresses } from "./addresses.ts";
import { resolveBlocks } from "./blocks.ts";
import type { Problem } from "./content-error.ts";
import { type ContentFile, listFiles, readText } from "./content-folder.ts";
import { findBrokenLetters } from "./find-broken-letters.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { plainSpaces } from "./plain-spaces.ts";
import { arrangeQuestions } from "./questions.ts";
import type { Report } from "./report.ts";
import { reportSlips } from "./report-slips.ts";
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
  const broken = typeof text === "string" && findBrokenLetters(text);
  if (broken) problems.push({ severity: "warning", file, field: "file", ...broken });

  const body = plainSpaces(parts.body);
  if (path.extname(file) === ".md") {
    const tree = markdown.parse(body);
    reportSlips(tree, body, report);
    resolveAddresses(tree, root, report);
    return { tree, problems };
  }

  try {
    const tree = markdownWithBlocks.parse(body);
    reportSlips(tree, body, report);
    resolveBlocks(
      tree,
      listFiles(root, locale, "services").files.map(({ name }) => name),
      report,
    );
    arrangeQuestions(tree, report);
    resolveAddresses(tree, root, report);
    return { tree, problems };
  } catch (error) {
    return { problems: [...problems, syntaxProblem(file, error)] };
  }
}

export type BodyFile = Pick<ContentFile, "file" | "locale">;
