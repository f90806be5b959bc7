import { toString as textOf } from "hast-util-to-string";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

const parser = unified().use(rehypeParse, { fragment: true });
const marks = "a|b|i|u|s|p|br|em|strong|span|small|sup|sub|code|mark|div|li|img|cite|q|font|h[1-6]";
const other = new RegExp(`<(?!/?(?:${marks})\\b)`, "gi");
const between = /(?=<(?:p|br|div|li|h\d)\b)|(?<=<\/(?:p|div|li|h\d)>)/gi;

/** The words of a line that a program keeps as HTML: R&amp;D, <em>new</em>. A < that begins none of its marks is one. */
export function plainWords(html: string): string {
  if (!/[<&]/.test(html)) return html;
  return textOf(parser.parse(html.replaceAll(other, "&lt;").replaceAll(between, " ")));
}
