import { toHtml } from "hast-util-to-html";
import type { Note } from "./source.ts";

export type Picture = { address: string; alt: string; caption: string };
type About = { pictures: Map<string, Picture>; footnotes?: string; tell: (note: Note) => void };

/** The text of a post as WordPress would show it: its shortcodes, the comments of its editor, and paragraphs where it keeps empty lines. */
export function wordpressHtml(content: string, { pictures, footnotes, tell }: About): string {
  const text = content.replaceAll(/\r\n?/g, "\n").replaceAll(/<!--(?:more|nextpage|noteaser)[^>]*-->/g, "");
  const hasBlocks = text.includes("<!-- wp:");
  tellOfBlocks(text, tell);
  const plain = withoutComments(text.replaceAll("<!-- wp:footnotes /-->", () => notesOf(footnotes)));
  const shown = shortcodes(plain, pictures, tell);
  return hasBlocks ? shown : paragraphs(shown);
}

/** Blocks that WordPress fills in when it shows a page have nothing between their comments. */
function tellOfBlocks(text: string, tell: (note: Note) => void) {
  const names = new Set(
    Array.from(text.matchAll(/<!-- wp:([\w/-]+)(?: \{[^\n]*?\})? \/-->/g), ([, name = ""]) => name),
  );
  for (const name of names) {
    if (/^(more|nextpage|footnotes|separator|spacer)$/.test(name)) continue;
    tell({ what: `block ${name}`, why: "is filled in by WordPress when it shows a page; what it showed is missing" });
  }
}

/** WordPress keeps the notes of a post beside it. */
function notesOf(footnotes: string | undefined): string {
  const notes = read(footnotes ?? "");
  if (!Array.isArray(notes)) return "";
  const items = notes.flatMap((note: unknown) => {
    const [id, content] = [Reflect.get(Object(note), "id"), Reflect.get(Object(note), "content")];
    if (typeof id !== "string" || typeof content !== "string" || !/^[\w-]+$/.test(id)) return [];
    return `<li id="${id}">${content} <a href="#${id}-link">↩︎</a></li>`;
  });
  return `<ol>${items.join("")}</ol>`;
}

function read(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Plugins keep other things under that name.
    return undefined;
  }
}

// Those that WordPress and builders of pages have. Of others it is known by an attribute or an end that they are none of the author's words.
const known =
  /^(caption|gallery|embed|audio|video|playlist|toc|contact-form(-7)?|(vc|et_pb|fusion|av|ux|mk|su|elementor|wpforms|gravityform|ninja_form|mc4wp)[_-]?\w*)$/;
const code =
  /\[(\/?)([a-z][\w-]{1,60})((?:\s+(?:[\w-]+\s*=\s*)?(?:"[^"[\]]*"|'[^'[\]]*'|“[^”[\]]*”|[^\s"'[\]=]+))*)\s*\/?\](?!\()/gi;

function shortcodes(text: string, pictures: Map<string, Picture>, tell: (note: Note) => void): string {
  const ended = new Set(Array.from(text.matchAll(/\[\/([a-z][\w-]{1,60})\]/gi), ([, name = ""]) => name.toLowerCase()));
  const told = new Set<string>();
  return text
    .replaceAll(/\[caption[^\]]*\]([\s\S]{0,5000}?)\[\/caption\]/gi, (_mark, inside: string) => captioned(inside))
    .replaceAll(/\[embed[^\]]*\]\s*(https?:[^\s[\]<>"]+)\s*\[\/embed\]/gi, "\n\n$1\n\n")
    .replaceAll(code, (mark: string, closes: string, written: string, rest: string) => {
      const name = written.toLowerCase();
      const attributes = attributesIn(rest);
      if (!known.test(name) && !ended.has(name) && Object.keys(attributes).length === 0) return mark;
      if (closes) return "";
      if (name === "gallery") return gallery(attributes.ids ?? attributes.include ?? "", pictures, tell);
      if (name === "youtube" || name === "vimeo") return `\n\n${attributes.url ?? rest.trim()}\n\n`;
      if (!told.has(name))
        tell({
          what: `shortcode [${name}]`,
          why: "is made by a plugin of WordPress; what it showed is missing, what stood in it is there",
        });
      told.add(name);
      return "";
    });
}

function attributesIn(rest: string): Record<string, string> {
  const found = rest.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|“([^”]*)”|([^\s"']+))/g);
  return Object.fromEntries(
    Array.from(found, ([, name = "", a, b, c, d]) => [name.toLowerCase(), a ?? b ?? c ?? d ?? ""]),
  );
}

/** A picture, perhaps within a link, and the words below it. */
function captioned(inside: string): string {
  const [picture = ""] = /^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inside) ?? [];
  return `\n\n<figure>${picture.trim()}<figcaption>${inside.slice(picture.length).trim()}</figcaption></figure>\n\n`;
}

function gallery(ids: string, pictures: Map<string, Picture>, tell: (note: Note) => void): string {
  const found = ids.split(",").flatMap((id) => pictures.get(id.trim()) ?? []);
  if (found.length === 0) {
    tell({
      what: "a gallery",
      why: "the export does not say which pictures are in it; export all content, with media",
    });
    return "";
  }
  const shown = found.map(({ address, alt, caption }) => {
    const figcaption = caption ? `<figcaption>${toHtml({ type: "text", value: caption })}</figcaption>` : "";
    return `<figure>${toHtml({ type: "element", tagName: "img", properties: { src: address, alt }, children: [] })}${figcaption}</figure>`;
  });
  return `\n\n<div class="dc-gallery">${shown.join("")}</div>\n\n`;
}

// Lines within these mean nothing, or what they mean in HTML.
const closed = new Set(
  "pre script style table ul ol dl p h1 h2 h3 h4 h5 h6 figure form iframe video audio object select".split(" "),
);
const around = new Set("div blockquote article section aside details summary hr".split(" "));

/** What is parted by an empty line is a paragraph, and a line ends where it ends, as the classic editor has it. */
function paragraphs(text: string): string {
  let html = "";
  let loose = "";
  let depth = 0;
  let end = 0;
  const flush = () => {
    html += loose
      // WordPress shows what is there of an address that has a line to itself.
      .replaceAll(/^[ \t]*(https?:\S+)[ \t]*$/gm, "\n$1\n")
      .split(/\n[ \t]*\n/)
      .map((part) => part.trim().replaceAll("\n", "<br>\n"))
      .filter(Boolean)
      .map((part) => `<p>${part}</p>\n`)
      .join("");
    loose = "";
  };
  const add = (part: string) => {
    if (depth > 0) html += part;
    else loose += part;
  };
  for (const { 0: tag, 1: closes, 2: written = "", index } of text.matchAll(/<(\/?)([a-z][a-z\d]*)\b[^<>]*>/gi)) {
    const name = written.toLowerCase();
    if (!closed.has(name) && !around.has(name)) continue;
    add(text.slice(end, index));
    end = index + tag.length;
    if (depth === 0) flush();
    if (closed.has(name) && !tag.endsWith("/>")) depth = Math.max(0, depth + (closes ? -1 : 1));
    html += tag;
  }
  add(text.slice(end));
  flush();
  return html;
}

/** One that has no end hides nothing. */
function withoutComments(text: string): string {
  let result = "";
  let end = 0;
  for (let start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", end)) {
    const close = text.indexOf("-->", start);
    if (close < 0) break;
    result += text.slice(end, start);
    end = close + 3;
  }
  return result + text.slice(end);
}
