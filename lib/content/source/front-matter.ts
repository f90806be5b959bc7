import type { Problem } from "./content-error.ts";

/** Both parts begin with as many line breaks as lines stand before them, so that their line numbers are the file's. */
type Parts = { yaml: string; body: string };

export function splitFrontMatter(file: string, text: string): Parts | Problem {
  const refusal = { severity: "error", file, line: 1, column: 1, field: "front matter" } as const;
  const lines = text.split("\n");
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));

  if (text.trim() === "")
    return { ...refusal, message: "the file is empty; start it with ---, the keys and --- again" };
  if (/^\s*(```|~~~)/.test(lines[0] ?? ""))
    return {
      ...refusal,
      message: "is missing; remove the line ``` here and at the end, so that --- is the first line",
    };
  if (!isFence(lines[0]))
    return { ...refusal, message: "is missing; the first line must be ---, then the keys, then ---" };
  if (end < 0) return { ...refusal, message: "is not closed; put a line --- after the last key" };

  return { yaml: `\n${lines.slice(1, end).join("\n")}`, body: "\n".repeat(end + 1) + lines.slice(end + 1).join("\n") };
}

/** Whatever nobody sees beside it: a chat puts spaces without a width before what is copied from it. */
function isFence(line: string | undefined) {
  return line !== undefined && /^[\u200b\u2060\ufeff]*---[\s\u200b\u2060]*$/.test(line);
}
