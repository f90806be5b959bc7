import { createReadStream } from "node:fs";
import path from "node:path";
import sax from "sax";
import { decoded } from "#lib/content/source/decoded.ts";
import { isLocale, type Locale } from "#lib/i18n/locales.ts";
import { ImportError } from "./import-error.ts";
import type { PictureFolder } from "./picture-folder.ts";
import { plainWords } from "./plain-words.ts";
import { refuseLarge } from "./read-bounded.ts";
import type { FoundPicture, Head, Note, Source } from "./source.ts";
import { type Picture, wordpressHtml } from "./wordpress-html.ts";

/** More than any post has; what is longer is no text that somebody wrote. */
const mostCharacters = 5_000_000;

type Term = { domain: string; nicename: string; name: string };
type Item = {
  texts: Map<string, string>;
  terms: Term[];
  metas: Map<string, string>;
  comments: number;
  isLarge: boolean;
};
type Site = { addresses: Set<string>; authors: Map<string, string>; language: string };

/** An export of WordPress (Tools, Export). It is read twice, a post at a time: who links to whom is known before the first is written. */
export async function wordpressSource(file: string, uploads?: PictureFolder): Promise<Source> {
  refuseLarge(file);
  const site: Site = { addresses: new Set(), authors: new Map(), language: "" };
  const pictures = new Map<string, Picture>();
  const heads = new Map<string, { head: Head; thumbnail?: string }>();
  const others = new Map<string, number>();
  for await (const item of itemsOf(file, site)) {
    const kind = textOf(item, "wp:post_type") || "post";
    const status = textOf(item, "wp:status");
    if (kind === "attachment") pictures.set(textOf(item, "wp:post_id"), pictureOf(item));
    else if (kind !== "post" || /^(trash|auto-draft|inherit)$/.test(status))
      count(others, kind === "post" ? status : kind);
    else heads.set(keyOf(item, heads.size), { head: headOf(item, site), thumbnail: item.metas.get("_thumbnail_id") });
  }
  const addresses = new Map([...pictures.values()].map((picture) => [plainAddress(picture.address), picture]));
  for (const { head, thumbnail } of heads.values()) {
    const picture = pictures.get(thumbnail ?? "");
    if (picture) Object.assign(head.keys, { image: picture.address, ...(picture.alt && { imgalt: picture.alt }) });
  }

  return {
    heads: [...heads.values()].map(({ head }) => head),
    notes:
      others.size === 0
        ? []
        : [
            {
              what: [...others].map(([what, number]) => `${number} ${what}`).join(", "),
              why: "no posts of the blog, and not read",
            },
          ],
    async *posts() {
      let index = 0;
      for await (const item of itemsOf(file, site)) {
        const found = isPost(item) ? heads.get(keyOf(item, index)) : undefined;
        if (!found) continue;
        index += 1;
        const notes: Note[] = [];
        const content = item.isLarge ? "" : textOf(item, "content:encoded");
        if (item.isLarge)
          notes.push({
            what: "its text",
            why: `has more than ${mostCharacters / 1_000_000} million characters; copy what is wanted of it`,
          });
        if (item.comments > 0)
          notes.push({
            what: "its comments",
            why: "stay where they are; what is to be shown of them is written into content/<language>/replies, by hand",
          });
        yield {
          head: found.head,
          html: wordpressHtml(content, {
            pictures,
            footnotes: item.metas.get("footnotes"),
            tell: (note) => notes.push(note),
          }),
          notes,
          picture: (address) => uploaded(address, addresses, uploads),
          own: (href) => ownAddress(href, site),
        };
      }
    },
  };
}

/** The items of an export, one after the other. What is between them goes into `site`. */
async function* itemsOf(file: string, site: Site): AsyncGenerator<Item> {
  const xml = sax.parser(true, { trim: false, normalize: false });
  const done: Item[] = [];
  const open: string[] = [];
  let item: Item | undefined;
  let words: string[] = [];
  let length = 0;
  let term: Term | undefined;
  let login = "";
  let metaKey = "";
  let isExport = false;
  let isWhole = false;

  const take = (part: string) => {
    length += part.length;
    if (length <= mostCharacters) words.push(part);
    else if (item) item.isLarge = true;
  };
  xml.ontext = take;
  xml.oncdata = take;
  xml.ondoctype = (declared) => {
    // A few lines of them can stand for gigabytes, and WordPress writes none.
    if (/<!ENTITY/i.test(declared))
      throw new ImportError(
        `${path.basename(file)} declares entities of its own, which no export of WordPress does; it was not read`,
      );
  };
  xml.onopentag = ({ name, attributes }) => {
    open.push(name);
    if (open.length > 100)
      throw new ImportError(
        `${path.basename(file)} is nested more deeply than any export of WordPress; it was not read`,
      );
    isExport ||= name === "rss";
    if (!isExport) throw notAnExport(file);
    words = [];
    length = 0;
    if (name === "item") item = { texts: new Map(), terms: [], metas: new Map(), comments: 0, isLarge: false };
    if (name === "category")
      term = {
        domain: String(attributes.domain ?? ""),
        nicename: decoded(String(attributes.nicename ?? "")),
        name: "",
      };
  };
  xml.onclosetag = (name) => {
    // A piece of a text keeps all of the text that it is cut from in memory: of each post, what was read with its title.
    const text = Buffer.from(words.join("")).toString();
    words = [];
    open.pop();
    isWhole ||= name === "rss";
    if (!item) {
      // Not wp:base_site_url: for a blog on WordPress.com that is WordPress.com.
      if (/^(wp:base_blog_url|link)$/.test(name)) for (const address of originsOf(text)) site.addresses.add(address);
      if (name === "language") site.language ||= text.trim().slice(0, 2).toLowerCase();
      if (name === "wp:author_login") login = text.trim();
      if (name === "wp:author_display_name") site.authors.set(login, text.trim() || login);
      return;
    }
    if (name === "item") {
      done.push(item);
      item = undefined;
    } else if (name === "category" && term) item.terms.push({ ...term, name: text.trim() });
    else if (name === "wp:meta_key") metaKey = text.trim();
    else if (name === "wp:meta_value" && wanted.test(metaKey)) item.metas.set(metaKey, text);
    else if (name === "wp:comment_id") item.comments += 1;
    else if (open.at(-1) === "item") item.texts.set(name, text);
  };
  xml.onerror = () => {
    // Exports have signs in them that XML does not allow. What can be read is read.
    Reflect.set(xml, "error", null);
    xml.resume();
  };

  for await (const chunk of createReadStream(file, { encoding: "utf8" })) {
    xml.write(String(chunk));
    yield* done.splice(0);
  }
  xml.close();
  yield* done.splice(0);
  if (!isExport) throw notAnExport(file);
  if (!isWhole)
    throw new ImportError(
      `${path.basename(file)} ends before its </rss>: it was cut off, and posts are missing; nothing was read, so export it again`,
    );
}

function notAnExport(file: string): ImportError {
  return new ImportError(`${path.basename(file)} is no export of WordPress; in WordPress: Tools, Export, Posts`);
}

const wanted =
  /^(_thumbnail_id|_yoast_wpseo_(title|metadesc)|rank_math_(title|description)|_aioseop?_(title|description)|_wp_attachment_image_alt|footnotes)$/;

function textOf(item: Item, name: string): string {
  return (item.texts.get(name) ?? "").trim();
}

function isPost(item: Item): boolean {
  return (
    (textOf(item, "wp:post_type") || "post") === "post" &&
    !/^(trash|auto-draft|inherit)$/.test(textOf(item, "wp:status"))
  );
}

function keyOf(item: Item, index: number): string {
  return textOf(item, "wp:post_id") || `${index}`;
}

function count(counts: Map<string, number>, what: string) {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

function headOf(item: Item, site: Site): Head {
  const title = plainWords(textOf(item, "title"));
  const link = textOf(item, "link");
  const { metas } = item;
  const id = textOf(item, "wp:post_id");
  const named = (...domains: string[]) => item.terms.filter(({ domain }) => domains.includes(domain));
  const creator = textOf(item, "dc:creator");
  const day = /^(?!0000)\d{4}-\d{2}-\d{2}/.exec(textOf(item, "wp:post_date"))?.[0];
  const translations = named("post_translations")[0]?.nicename;
  return {
    source: `post ${id}${title ? ` “${title}”` : ""}`,
    locale: languageOf(item, link, site),
    pair: translations,
    name: decoded(textOf(item, "wp:post_name")) || title || `post-${id}`,
    keys: {
      title,
      ...(decoded(textOf(item, "wp:post_name")) && { url: decoded(textOf(item, "wp:post_name")) }),
      date: day ?? textOf(item, "pubDate"),
      metaTitle: filled(metas.get("_yoast_wpseo_title") ?? metas.get("rank_math_title") ?? metas.get("_aioseo_title")),
      meta_description:
        filled(
          metas.get("_yoast_wpseo_metadesc") ?? metas.get("rank_math_description") ?? metas.get("_aioseo_description"),
        ) || textOf(item, "excerpt:encoded"),
      categories: named("category")
        .filter(({ nicename }) => !/^(uncategorized|sin-categoria)$/.test(nicename))
        .map(({ name }) => name),
      tags: named("post_tag", "tag").map(({ name }) => name),
      author: site.authors.get(creator) ?? creator,
    },
    addresses: [ownAddress(link, site), `?p=${id}`].filter((address) => address !== undefined),
  };
}

/** As Polylang writes it, or WPML into the addresses; else that of the whole site. */
function languageOf(item: Item, link: string, site: Site): Locale | undefined {
  const named = item.terms.find(({ domain }) => domain === "language")?.nicename.slice(0, 2);
  const inLink = /[?&]lang=([a-z]{2})\b/.exec(link)?.[1] ?? /^https?:\/\/[^/]+\/([a-z]{2})\//.exec(link)?.[1];
  return [named, inLink, site.language].find((code) => isLocale(code)) as Locale | undefined;
}

/** What Yoast would fill in is known to it alone. */
function filled(text: string | undefined): string {
  return text === undefined || /%%?\w+%|#\w+_title/.test(text) ? "" : text;
}

function pictureOf(item: Item): Picture {
  const alt = (item.metas.get("_wp_attachment_image_alt") ?? "").trim();
  return {
    address: textOf(item, "wp:attachment_url"),
    alt,
    caption: plainWords(textOf(item, "excerpt:encoded")).trim(),
  };
}

/** Without the size that WordPress puts behind the name of a smaller copy. */
function plainAddress(address: string): string {
  return address
    .replace(/^https?:/i, "")
    .replace(/[?#].*$/, "")
    .replace(/-\d{2,5}x\d{2,5}(?=\.\w+$)|-scaled(?=\.\w+$)/, "");
}

function uploaded(written: string, known: Map<string, Picture>, uploads?: PictureFolder): FoundPicture {
  // Jetpack shows a smaller copy from a server of its own.
  const address = written.replace(/^(?:https?:)?\/\/i\d\.wp\.com\/([^?#]*).*/i, "https://$1");
  const whole = known.get(plainAddress(address))?.address ?? address;
  const name = path.posix.basename(decoded(whole.replace(/[?#].*$/, ""))).slice(0, 100);
  const found = uploads?.find("", whole.replace(/^(https?:)?\/\/[^/]*/i, ""));
  if (found && "bytes" in found) return found;
  return { name, address: whole, why: "is on another site, and nothing is fetched" };
}

function originsOf(address: string): string[] {
  const host = URL.parse(address.trim())?.host.replace(/^www\./, "");
  return host ? [host] : [];
}

/** By its path, or by the number of a post. */
function ownAddress(href: string, site: Site): string | undefined {
  const base = `https://${[...site.addresses][0] ?? "none.invalid"}`;
  const url = URL.parse(href, base);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.host.replace(/^www\./, "");
  if (!site.addresses.has(host) && host !== "none.invalid") return undefined;
  const id = url.searchParams.get("p");
  return id ? `?p=${id}` : decoded(url.pathname).replace(/\/$/, "");
}
