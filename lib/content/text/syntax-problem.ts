import type { Problem } from "#lib/content/source/content-error.ts";
import { isBlockName } from "./blocks.ts";

/** What remark-mdx throws is a VFileMessage: a reason and a place, which for a block left open stands in the reason. */
export function syntaxProblem(file: string, error: unknown, body: string): Problem {
  if (!(error instanceof Error && "reason" in error && "line" in error && "column" in error)) throw error;
  const reason = String(error.reason);
  const [, line, column] = /\((\d+):(\d+)-/.exec(reason) ?? [];
  const place = { line: Number(error.line ?? line ?? 1), column: Number(error.column ?? column ?? 1) };
  return { severity: "error", file, ...place, field: "body", message: adviceFor(reason, body) };
}

function adviceFor(reason: string, body: string): string {
  const [, open] = /^Expected a closing tag for `<([^`>]*)>`/.exec(reason) ?? [];
  const [, close] = /^Expected the closing tag `<\/([^`>]*)>`/.exec(reason) ?? [];
  const block = open ?? close ?? "";
  if (isBlockName(block) && body.includes(`</${block}>`))
    return `put <${block}> and </${block}> on lines of their own, and the text on the lines between them`;
  if (/^Unexpected closing slash/.test(reason)) return "closes nothing that is open here; remove it";
  if (open && isBlockName(open)) return `<${open}> is not closed; put </${open}> after its text`;
  if (open) return `<${open}> is no block of this site; write it as Markdown, or \\< for the sign itself`;
  if (/^Unexpected character `[“”„«»‘’]`/.test(reason))
    return 'put the text of an attribute in straight quotes: name="text"';
  if (/before attribute value/.test(reason)) return 'put the value in quotes: name="value"';
  if (/^Unexpected character `!`/.test(reason))
    return "notes such as <!-- … --> cannot stand in a file that ends in .mdx; remove it";
  if (/^Unexpected character `\/` .* local name/.test(reason))
    return "write a link as [words](https://…), without < and >";
  const what = reason.replace(/ \(note: .*\)$/, "");
  return `${what}; this file is .mdx: write { as \\{ and < as \\<, or rename it to .md`;
}
