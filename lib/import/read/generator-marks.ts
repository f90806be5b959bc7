import { outsideCode } from "./outside-code.ts";
import type { Note } from "./source.ts";

const picture = /\.(jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$/i;

/**
 * What Hugo, Jekyll, Obsidian and Notion write into Markdown beside it, as HTML or as nothing. What nobody but they can make
 * something of is told.
 */
export function generatorMarks(text: string, tell: (note: Note) => void): string {
  return outsideCode(fences(text), (part) => links(obsidian(liquid(shortcodes(boxes(part), tell), tell), tell)));
}

/** To Markdown everything up to the next empty line is HTML, and Notion writes none around what stands in a box or a toggle. What is indented would be code behind one. */
function boxes(text: string): string {
  return text.replaceAll(/^[ \t]*(?:<(?:aside|details)>|.*<\/summary>)[ \t]*$(?!\n(?: {4}|\t))/gm, "$&\n");
}

/** Code that is marked by a tag of its own becomes code as Markdown has it, before anything in it is read. */
function fences(text: string): string {
  return text
    .replaceAll(/\{%-?\s*highlight\s+(\w+)[^%]*%\}\n?([\s\S]*?)\{%-?\s*endhighlight\s*-?%\}/g, "\n```$1\n$2\n```\n")
    .replaceAll(
      /\{\{[<%]\s*(?:highlight|code)\s+"?(\w+)"?[^>%]*[>%]\}\}\n?([\s\S]*?)\{\{[<%]\s*\/\s*(?:highlight|code)\s*[>%]\}\}/g,
      "\n```$1\n$2\n```\n",
    );
}

function shortcodes(text: string, tell: (note: Note) => void): string {
  return text.replaceAll(
    /\{\{([<%])-?\s*(\/?)\s*([\w/.-]+)((?:\s+(?:[\w-]+=)?(?:"[^"]*"|`[^`]*`|[^\s"`>%}]+))*)\s*\/?\s*-?[>%]\}\}/g,
    (mark: string, _open, closes: string, name: string, rest: string) => {
      if (closes) return "";
      const { named, plain } = attributesIn(rest);
      // Themes have their own names for it.
      const src = named.src ?? named.image ?? named.img ?? plain[0] ?? "";
      if (/^(figure|img|image)$/.test(name) || picture.test(src))
        return figure(src, named.alt ?? "", named.caption ?? named.title ?? "");
      if (name === "youtube") return `\n\nhttps://www.youtube.com/watch?v=${named.id ?? plain[0]}\n\n`;
      if (name === "vimeo") return `\n\nhttps://vimeo.com/${named.id ?? plain[0]}\n\n`;
      if (name === "ref" || name === "relref") return named.path ?? plain[0] ?? "";
      tell({
        what: `shortcode ${short(mark)}`,
        why: "is made by Hugo; what it showed is missing, what stood in it is there",
      });
      return "";
    },
  );
}

function attributesIn(text: string): { named: Record<string, string>; plain: string[] } {
  const named: Record<string, string> = {};
  const plain: string[] = [];
  for (const [, name, quoted, ticked, word] of text.matchAll(/(?:([\w-]+)=)?(?:"([^"]*)"|`([^`]*)`|([^\s"`]+))/g)) {
    const value = quoted ?? ticked ?? word ?? "";
    if (name) named[name] = value;
    else plain.push(value);
  }
  return { named, plain };
}

function liquid(text: string, tell: (note: Note) => void): string {
  return text
    .replaceAll(/\{%-?\s*(?:raw|endraw)\s*-?%\}/g, "")
    .replaceAll(/\{\{\s*["']([^"'{}]+)["']\s*\|\s*(?:relative_url|absolute_url)\s*\}\}/g, "$1")
    .replaceAll(/\{\{\s*site\.(?:baseurl|url)\s*\}\}/g, "")
    .replaceAll(/\{%-?\s*(?:post_url|link)\s+([^\s%]+)\s*-?%\}/g, "$1")
    .replaceAll(/\{%[^%\n]*%\}/g, (mark) => {
      if (!/\bend\w+/.test(mark))
        tell({ what: `tag ${short(mark)}`, why: "is made by Jekyll; what it showed is missing" });
      return "";
    })
    .replaceAll(/[ \t]*\{:\s*[^{}\n]*\}/g, "");
}

function obsidian(text: string, tell: (note: Note) => void): string {
  return text
    .replaceAll(/%%[\s\S]*?%%/g, "")
    .replaceAll(/(?<![=\w])==([^=\n]+)==(?![=\w])/g, "**$1**")
    .replaceAll(/[ \t]\^[a-z\d-]{4,}[ \t]*$/gim, "")
    .replaceAll(
      /!\[\[([^[\]|#\n]+)(?:#[^[\]|\n]*)?(?:\|([^[\]\n]*))?\]\]/g,
      (mark: string, file: string, words = "") => {
        if (picture.test(file.trim())) return figure(file.trim(), /^\d+(x\d+)?$/.test(words) ? "" : words, "");
        tell({ what: short(mark), why: "is another note, shown here by Obsidian; copy what is wanted of it" });
        return "";
      },
    );
}

/** [[Note]] and [[Note|words]]. The address is that of a file, and whoever knows the folder finds it. */
function links(text: string): string {
  return (
    text
      .replaceAll(
        /\[\[([^[\]|#\n]+)(?:#[^[\]|\n]*)?(?:\|([^[\]\n]*))?\]\]/g,
        (_mark, file: string, words?: string) => `[${words || file}](<wiki:${file.trim()}>)`,
      )
      // To a heading of the note itself.
      .replaceAll(
        /\[\[#+\^?([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/g,
        (_mark, heading: string, words?: string) => words || heading,
      )
      .replaceAll(/^\[\[?_?TOC_?\]?\]$/gim, "")
  );
}

function figure(src: string, alt: string, caption: string): string {
  const title = caption ? ` "${caption.replaceAll('"', "'")}"` : "";
  return `![${alt.replaceAll(/[[\]]/g, "")}](<${src.replaceAll(/[<>]/g, "")}>${title})`;
}

function short(mark: string): string {
  const line = mark.replaceAll(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
