import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { brand } from "#lib/brand.ts";
import type { MailPicture } from "./mail.ts";

type MailPage = {
  lang: string;
  title: string;
  /** What mail programs show of it in a list, beside the subject; else that is the beginning of the mail. */
  opening?: string;
  blocks: ElementContent[];
  footer: string[];
  /** Across the top; without it, or where pictures are blocked, the gold bar with the name is the head of the mail. */
  picture?: MailPicture;
};

const { gold, ink, white: paper, light, dark } = brand;
const font = "font-family:Archivo,Arial,Helvetica,sans-serif";
const breakAnywhere = "overflow-wrap:anywhere;word-break:break-word";
const rule = `border-top:2px solid ${ink}`;
const hairline = `border-top:1px solid ${light.hairline}`;

// Mail programs that know the dark scheme read this; the styles on the elements are for the others.
const darkStyle = `
  @media (prefers-color-scheme: dark) {
    .paper { background: ${ink} !important; color: ${dark.text} !important; }
    .rule { border-color: ${dark.rule} !important; }
    .hairline { border-color: ${dark.hairline} !important; }
  }
`;

/** The HTML part of a mail, in our dress. Texts are nodes of a tree: nothing in them can become markup. */
export function mailPage({ lang, title, opening, blocks, footer, picture }: MailPage): string {
  const head = h("head", [
    h("meta", { charSet: "utf-8" }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("meta", { name: "color-scheme", content: "light dark" }),
    h("meta", { name: "supported-color-schemes", content: "light dark" }),
    h("meta", { name: "format-detection", content: "telephone=no, date=no, address=no, email=no, url=no" }),
    h("title", title),
    h("style", darkStyle),
  ]);
  const body = h("body", { className: "paper", style: `margin:0;padding:0;background:${paper};color:${ink}` }, [
    ...(opening ? [preview(opening)] : []),
    h("div", { className: "paper", style: `max-width:600px;margin:0 auto;background:${paper};color:${ink};${font}` }, [
      picture && band(picture),
      h(
        "div",
        { style: `padding:16px 20px;background:${gold};color:${ink};font-size:18px;font-weight:bold` },
        brand.name,
      ),
      h("div", { style: "padding:24px 20px" }, [
        h("h1", { style: `margin:0 0 16px;font-size:24px;line-height:1.25` }, title),
        ...blocks,
      ]),
      h(
        "div",
        { className: "rule", style: `margin:0 20px;padding:12px 0 24px;${rule}` },
        footer.map((text) => h("p", { style: "margin:0 0 4px;font-size:13px;line-height:1.5" }, text)),
      ),
    ]),
  ]);
  return toHtml(h(null, [{ type: "doctype" }, h("html", { lang, dir: "ltr" }, [head, body])]));
}

const longestPreview = 150;

/** Hidden, and hidden from Outlook, which knows no `display` on what it takes for text. */
function preview(text: string): Element {
  const style = "display:none;max-height:0;overflow:hidden;opacity:0;mso-hide:all";
  return h("div", { style, ariaHidden: "true" }, text.slice(0, longestPreview).toWellFormed());
}

function band({ cid }: MailPicture): Element {
  // Outlook takes the width from the attribute, others from the style.
  return h("img", { src: `cid:${cid}`, alt: "", width: 600, style: "display:block;width:100%;height:auto;border:0" });
}

export function paragraph(...content: (string | Element)[]): Element {
  return h("p", { style: "margin:0 0 16px;font-size:16px;line-height:1.5" }, content);
}

/** For addresses of our own, and of a telephone that was understood. */
export function link(url: string, text = url): Element {
  return h("a", { href: url, style: `color:inherit;${breakAnywhere}` }, text);
}

type Button = { label: string; url: string };

/** Links of our own that do something, in a row; the first is what most will want. */
export function buttons(list: Button[]): Element {
  const box = `display:inline-block;margin:0 8px 8px 0;padding:10px 16px;border:2px solid ${ink};font-size:16px;line-height:1.25;font-weight:bold;text-decoration:none`;
  return h(
    "p",
    { style: "margin:0 0 16px" },
    list.map(({ label, url }, index) =>
      index === 0
        ? h("a", { href: url, style: `${box};background:${gold};color:${ink}` }, label)
        : h("a", { href: url, className: "rule", style: `${box};color:inherit` }, label),
    ),
  );
}

export function heading(text: string): Element {
  return h("h2", { style: "margin:24px 0 8px;font-size:18px;line-height:1.25" }, text);
}

/** What somebody else wrote, with its line breaks; addresses in it do not become links. */
export function quoted(text: string): Element {
  const lines = text.split("\n").flatMap((line, index) => (index === 0 ? [line] : [h("br"), line]));
  return h(
    "div",
    { dir: "auto", style: `font-size:16px;line-height:1.5;white-space:pre-wrap;${breakAnywhere}` },
    lines,
  );
}

const cell = "padding:8px 8px 8px 0;vertical-align:top;text-align:left;font-size:16px;line-height:1.4";
const table = "width:100%;margin:0 0 16px;border-collapse:collapse;table-layout:fixed";

/** Labels and values, one pair a row. */
export function factTable(facts: [label: string, value: string | Element][]): Element {
  return h(
    "table",
    { style: table },
    facts.map(([label, value], index) => {
      const [className, line] = index === 0 ? ["rule", rule] : ["hairline", hairline];
      return h("tr", [
        h("th", { scope: "row", className, style: `${cell};${line};width:32%;font-weight:bold` }, label),
        h("td", { dir: "auto", className, style: `${cell};${line};${breakAnywhere}` }, value),
      ]);
    }),
  );
}

/** Names and counts of each, under their headings. */
export function countTable([what = "", ...columns]: string[], rows: string[][]): Element {
  const name = `${cell};${breakAnywhere}`;
  const count = "padding:8px 0 8px 8px;vertical-align:top;text-align:right;font-size:16px;line-height:1.4;width:22%";
  return h("table", { style: `${table};margin-top:24px` }, [
    h("tr", [
      h("th", { scope: "col", style: `${cell};font-weight:bold` }, what),
      ...columns.map((column) => h("th", { scope: "col", style: `${count};font-weight:bold` }, column)),
    ]),
    ...rows.map(([label = "", ...counts], index) => {
      const [className, line] = index === 0 ? ["rule", rule] : ["hairline", hairline];
      return h("tr", [
        h("th", { scope: "row", dir: "auto", className, style: `${name};${line};font-weight:normal` }, label),
        ...counts.map((each) => h("td", { className, style: `${count};${line}` }, each)),
      ]);
    }),
  ]);
}
