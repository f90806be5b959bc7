import { createHash } from "node:crypto";
import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { brand } from "#lib/brand.ts";
import { brandCss } from "#lib/brand-css.ts";
import type { Locale } from "#lib/i18n/locales.ts";

const style = `${brandCss()}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 Archivo, Arial, Helvetica, sans-serif; }
header { padding: 1rem 1.25rem; background: var(--gold); color: var(--ink); font-size: 1.125rem; font-weight: bold; }
main, header { padding-inline: max(1.25rem, 50vw - 20rem); }
main { padding-block: 2rem 4rem; }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.2; text-wrap: balance; }
h2 { margin: 0; font-size: 1.125rem; line-height: 1.3; }
p { margin: 0 0 1rem; }
.soft { color: var(--soft); }
article { margin: 1.5rem 0 0; padding: 1rem 0 0; border-top: 2px solid var(--rule); overflow-wrap: anywhere; }
blockquote { margin: .75rem 0 1rem; padding: 0 0 0 1rem; border-left: 6px solid var(--gold); white-space: pre-wrap; }
ul { margin: 0 0 1rem; padding: 0 0 0 1.25rem; }
form { display: inline-block; margin: 0 .75rem .75rem 0; }
button { min-height: 2.75rem; padding: .5rem 1.5rem; border: 2px solid var(--button); background: var(--button); color: var(--on-button); font: inherit; font-weight: bold; cursor: pointer; }
form + form button { background: transparent; color: var(--text); border-color: var(--rule); }
.time { display: block; margin: 0 0 .75rem; }
.time b, .time span { display: block; }
.time b { font-size: 1.125rem; }
p.time { margin-bottom: 1.25rem; padding: .25rem 0 .25rem 1rem; border-left: 6px solid var(--gold); }
.time button { width: 100%; padding: .75rem 1rem; border-color: var(--rule); background: transparent; color: var(--text); text-align: start; font-weight: normal; }
.time button:hover { background: var(--gold); color: var(--ink); border-color: var(--gold); }
.zone { display: block; margin: 2rem 0 0; padding: 1rem 0 0; border-top: 2px solid var(--rule); }
.zone p { margin: 0 0 .5rem; }
label { font-weight: bold; }
input { display: block; width: 100%; min-height: 2.75rem; margin: 0 0 .75rem; padding: .5rem .75rem; border: 2px solid var(--rule); background: var(--page); color: var(--text); font: inherit; }
.wrong { color: var(--error); font-weight: bold; }
a { color: var(--link); display: inline-block; padding: .25rem 0; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; }
@media (forced-colors: active) { button { border: 2px solid; } }`;

/** Only its own style, no script, and its form goes nowhere else. */
export const actionPageCsp =
  `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; ` +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Behind a link in a mail: it reads well without anything else of the site. */
export function actionPage(lang: Locale, title: string, content: ElementContent[]): string {
  const head = h("head", [
    h("meta", { charSet: "utf-8" }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("meta", { name: "color-scheme", content: "light dark" }),
    h("title", title),
    h("style", style),
  ]);
  const body = h("body", [h("header", brand.name), h("main", [h("h1", title), ...content])]);
  return toHtml(h(null, [{ type: "doctype" }, h("html", { lang }, [head, body])]));
}

/** One button that acts. `about` tells those of one page apart for whoever does not see what stands around it. */
export function actionForm(path: string, label: string, about?: string): Element {
  const button = h("button", { type: "submit", ...(about && { ariaLabel: `${label}: ${about}` }) }, label);
  return h("form", { method: "post", action: path }, [button]);
}
