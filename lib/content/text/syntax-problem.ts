import type { Problem } from "#lib/content/source/content-error.ts";
import { isBlockName, unknownBlock } from "./blocks.ts";

/** What remark-mdx throws is a VFileMessage: a reason and a place, which for a block left open stands in the reason. */
export function syntaxProblem(file: string, error: unknown, text: string): Problem {
  if (!(error instanceof Error && "reason" in error && "line" in error && "column" in error)) throw error;
  const reason = String(error.reason);
  const [, line, column] = /\((\d+):(\d+)-/.exec(reason) ?? [];
  const at = Reflect.get(Object(Reflect.get(error, "place")), "offset");
  const tag = typeof at === "number" ? text.slice(text.lastIndexOf("<", at - 1), at + 1) : "";
  const place = { line: Number(error.line ?? line ?? 1), column: Number(error.column ?? column ?? 1) };
  return { severity: "error", file, ...place, field: "body", message: adviceFor(reason, text, tag) };
}

/** The end of a value right before other text, as in title="A "b" c" and title='it's'; or a quote where a name was to begin. */
const quoteInValue = /=\s*(?:"[^"]*"|'[^']*')[^\s/>]|["']$/;

function adviceFor(reason: string, text: string, tag: string): string {
  const [, open] = /^Expected a closing tag for `<([^`>]*)>`/.exec(reason) ?? [];
  const [, close] = /^Expected the closing tag `<\/([^`>]*)>`/.exec(reason) ?? [];
  const block = open ?? close ?? "";
  if (isBlockName(block) && text.includes(`</${block}>`))
    return `put <${block}> and </${block}> on lines of their own, and the text on the lines between them`;
  const [, wrong = "", left = ""] = /^Unexpected closing tag `<\/([^`>]*)>`.* for `<([^`>]*)>`/.exec(reason) ?? [];
  if (isBlockName(left))
    return isBlockName(wrong)
      ? `<${left}> is still open here; put </${left}> before </${wrong}>`
      : `<${left}> is closed by </${left}>; write that in place of </${wrong}>`;
  if (left) return unknownBlock(left);
  if (/^Unexpected closing slash/.test(reason)) return "closes nothing that is open here; remove it";
  if (open && isBlockName(open)) return `<${open}> is not closed; put </${open}> after its text`;
  if (open) return `<${open}> is no block of this site; write it as Markdown, or \\< for the sign itself`;
  if (/^Unexpected character `[“”„«»‘’]`/.test(reason))
    return 'put the text of an attribute in straight quotes: name="text"';
  if (/(?:in|before) attribute name/.test(reason) && quoteInValue.test(tag))
    return "a quote within the text of an attribute ends it; write “ and ”, ’ or &quot; there";
  if (/before attribute value/.test(reason)) return 'put the value in quotes: name="value"';
  if (/^Unexpected character `!`/.test(reason))
    return "notes such as <!-- … --> cannot stand in a file that ends in .mdx; remove it";
  if (/^Unexpected character `\/` .* local name/.test(reason))
    return "write a link as [words](https://…), without < and >";
  const what = reason.replace(/ \(note: .*\)$/, "");
  return `${what}; this file is .mdx: write { as \\{ and < as \\<, or rename it to .md`;
}
