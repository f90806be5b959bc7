import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { brand } from "#lib/brand.ts";
import { metaLengths } from "#lib/content/kinds/meta-warnings.ts";
import { type PageHead, readHead } from "./page-head.ts";

type Picture = { type: string; bytes: Uint8Array };

// WhatsApp leaves larger pictures out on some phones.
const mostBytes = 300 * 1024;

type FindPicture = (path: string) => Promise<Picture | undefined>;

/** One page of HTML that shows how a page looks in messages and search results, with what is wrong about it. */
export async function shareSheet(path: string, html: string, findPicture: FindPicture): Promise<string> {
  const head = readHead(html);
  const image = head.metas.get("og:image");
  const picture = image ? await findPicture(new URL(image).pathname) : undefined;
  const shown = picture && `data:${picture.type};base64,${Buffer.from(picture.bytes).toString("base64")}`;
  const warnings = warningsOf(head, picture);

  const page = h("html", { lang: "en" }, [
    h("head", [
      h("meta", { charSet: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width" }),
      h("meta", { name: "robots", content: "noindex" }),
      h("title", `${path}, as shared`),
      h("style", style),
    ]),
    h("body", [
      h("h1", path),
      warnings.length > 0
        ? h(
            "ul.warnings",
            warnings.map((warning) => h("li", warning)),
          )
        : h("p", "Nothing to mend."),
      lengths(head, picture),
      h("div.cards", previews(head, shown)),
      h("p.note", "Each service cuts texts at its own width and changes its looks; these are near to what they show."),
    ]),
  ]);
  return `<!doctype html>\n${toHtml(page)}\n`;
}

export function warningsOf({ title, canonical, metas, languages }: PageHead, picture: Picture | undefined): string[] {
  const { metaTitle, meta_description: descriptions } = metaLengths;
  const description = metas.get("description") ?? "";
  const isHidden = /noindex/.test(metas.get("robots") ?? "");
  const missing = ["og:title", "og:description", "og:url", "og:image", "og:image:alt", "twitter:card"].filter(
    (name) => !metas.get(name),
  );
  return [
    lengthOf(title) > metaTitle.max &&
      `The title has ${lengthOf(title)} characters; Google cuts it after about ${metaTitle.max}.`,
    (lengthOf(description) < descriptions.min || lengthOf(description) > descriptions.max) &&
      `The description has ${lengthOf(description)} characters; ${descriptions.min} to ${descriptions.max} are shown whole.`,
    ...missing.map((name) => `${name} is missing.`),
    !picture && "The picture was not found: build the site first.",
    picture &&
      picture.bytes.length > mostBytes &&
      `The picture has ${kilobytes(picture)}; WhatsApp may leave out more than 300 KB.`,
    isHidden && "Search engines are asked to leave this page out.",
    !isHidden && !canonical && "The page does not name its own address (canonical).",
    !isHidden && languages.length < 3 && "The page has no pair in the other language.",
  ].filter((warning) => typeof warning === "string");
}

function lengths({ title, metas }: PageHead, picture: Picture | undefined): Element {
  const description = metas.get("description") ?? "";
  const rows = [
    ["Title", title, `${lengthOf(title)} of ${metaLengths.metaTitle.max}`],
    ["Description", description, `${lengthOf(description)} of ${metaLengths.meta_description.max}`],
    ["Title in messages", metas.get("og:title") ?? "", String(lengthOf(metas.get("og:title") ?? ""))],
    ["Picture", metas.get("og:image:alt") ?? "", picture ? kilobytes(picture) : ""],
  ];
  return h("table", [
    h(
      "tbody",
      rows.map(([name, text, length]) => h("tr", [h("th", name), h("td", text), h("td", length)])),
    ),
  ]);
}

function previews({ title, canonical, metas }: PageHead, picture: string | undefined): Element[] {
  const name = metas.get("og:title") ?? title;
  const words = metas.get("og:description") ?? metas.get("description") ?? "";
  const host = canonical ? new URL(canonical).host : "";
  const trail = canonical ? new URL(canonical).pathname.split("/").filter(Boolean).join(" › ") : "";
  const site = metas.get("og:site_name") ?? host;
  const image = picture ? [h("img", { src: picture, alt: metas.get("og:image:alt") ?? "" })] : [];
  const { metaTitle, meta_description: descriptions } = metaLengths;
  return [
    card("Google", "google", [
      h("p.site", `${site} · ${host} › ${trail}`),
      h("p.title", cut(title, metaTitle.max)),
      h("p", cut(words, descriptions.max)),
    ]),
    card("LinkedIn", "linkedin", [...image, h("p.title", cut(name, 120)), h("p.site", host)]),
    card("X", "x", [h("div.over", [...image, h("p.title", cut(name, 70))]), h("p.site", `From ${host}`)]),
    card("WhatsApp", "whatsapp", [...image, h("p.title", cut(name, 80)), h("p", cut(words, 100)), h("p.site", host)]),
    card("Slack", "slack", [h("p.site", site), h("p.title", name), h("p", cut(words, 300)), ...image]),
  ];
}

function card(name: string, kind: string, content: Element[]): Element {
  return h("section", [h("h2", name), h(`div.card.${kind}`, content)]);
}

function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`
    : text;
}

function lengthOf(text: string): number {
  return [...text].length;
}

function kilobytes({ bytes }: Picture): string {
  return `${Math.ceil(bytes.length / 1024)} KB`;
}

const style = `
:root { color-scheme: light dark; font: 16px/1.45 system-ui, sans-serif; }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.3rem; overflow-wrap: anywhere; } h2 { font-size: 1rem; }
.warnings { border-left: 6px solid ${brand.gold}; padding: .5rem 2rem; }
table { border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: .3rem 1rem .3rem 0; border-top: 1px solid #8888; }
td:last-child { white-space: nowrap; }
.cards { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); align-items: start; margin-top: 2rem; }
.card { color: #1d1c1d; background: #fff; border: 1px solid #ddd; overflow: hidden; } .card p { margin: .4rem .8rem; } .card img { display: block; width: 100%; }
.card .site { color: #555; font-size: .85rem; } .card .title { font-weight: 600; }
.google .title { color: #1a0dab; font-size: 1.25rem; font-weight: 400; } .linkedin, .whatsapp { border-radius: 8px; } .x { border-radius: 16px; }
.over { position: relative; } .over .title { position: absolute; bottom: .4rem; left: .4rem; max-width: 90%; margin: 0; padding: .1rem .5rem; border-radius: 4px; color: #fff; background: #000a; font-size: .85rem; }
.whatsapp { background: #dcf8c6; } .slack { border: 0; border-left: 4px solid #ddd; } .slack .title { color: #1264a3; }
.note { margin-top: 2rem; font-size: .85rem; }
`;
