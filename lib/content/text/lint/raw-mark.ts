import { characterReference, foreignPatterns } from "./foreign-patterns.ts";
import { mergeTag, toFillIn } from "./to-fill-in.ts";

// What makes words bold, slanted, struck or a link has words right beside it: 2 * 3 and a note* are none.
const markdown = new RegExp(
  String.raw`\*\*|__|~~|\x60|!?\[[^[\]\n]*\]\([^()\n]*\)|\]\(|<\/?[a-z][^>]*>|${characterReference}|^(?:#{1,6}|[-•])[ \t]|\[\^[^\]\s]+\]|` +
    String.raw`(?<![*\p{L}\p{N}])\*(?=[\p{L}\p{N}¿¡“"«(])[^*\n]*(?<=[\p{L}\p{N}.!?”"»)])\*(?![*\p{L}\p{N}])|` +
    String.raw`(?<![\p{L}\p{N}])_(?=[\p{L}\p{N}¿¡“"«(])[^_\n]*(?<=[\p{L}\p{N}.!?”"»)])_(?![\p{L}\p{N}])`,
  "iu",
);

/** What is wrong with words that a page shows as they are, without reading Markdown in them. */
export function rawMark(words: string): string | undefined {
  const open = firstOf([mergeTag, ...toFillIn, /\{\{.*?\}\}/g], words);
  if (open) return `readers would see ${open} as typed; write what it stands for`;
  const mark =
    markdown.exec(words)?.[0] ??
    firstOf(
      foreignPatterns.map(([, pattern]) => pattern),
      words,
    );
  return mark && `readers would see ${mark.trim()} as typed; this is no Markdown, so remove it`;
}

function firstOf(patterns: RegExp[], words: string): string | undefined {
  return patterns.map((pattern) => words.match(pattern)?.[0]).find(Boolean);
}
