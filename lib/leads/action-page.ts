import { createHash } from "node:crypto";
import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { h, s } from "hastscript";
import { brand } from "#lib/brand.ts";
import { brandCss } from "#lib/brand-css.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { tilePattern } from "#lib/tiles/tile-pattern.ts";

const style = `${brandCss()}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 Archivo, Arial, Helvetica, sans-serif; }
header { padding-block: .75rem; background: var(--gold); }
header a { display: inline-flex; align-items: center; gap: .625rem; min-height: 2.75rem; padding: 0; color: var(--ink); font-size: 1.125rem; font-weight: bold; text-decoration: none; }
header a:hover { text-decoration: underline; }
header a:focus-visible { outline-color: var(--ink); }
header svg { height: 1.75rem; }
body > svg { display: block; width: 100%; height: 1.5rem; }
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
  const home = h("a", { href: paths.home(lang) }, [mark(), brand.name]);
  const body = h("body", [h("header", [home]), cloth(), h("main", [h("h1", title), ...content])]);
  return toHtml(h(null, [{ type: "doctype" }, h("html", { lang }, [head, body])]));
}

/** As it stands on gold above the pages of the site. */
function mark(): Element {
  const { bracket, box, disc, ink, gold } = brand;
  const shapes = [s("path", { d: bracket, fill: ink }), s("circle", { ...disc, fill: gold })];
  return s("svg", { viewBox: box, ariaHidden: "true" }, shapes);
}

/** The one at their foot, in whole tiles on whatever screen: 24 px high it is 60 of them wide on one of 1440 px. */
function cloth(): Element {
  const options = { columns: 60, rows: 1, palette: "goldAndEmeraldOnInk" } as const;
  const { width, height, ground, layers } = tilePattern(brand.name.toLowerCase(), options);
  const shapes = layers.map((layer) => s("path", layer));
  const box = { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "xMidYMid slice", ariaHidden: "true" };
  return s("svg", box, [s("path", { d: `M0 0h${width}v${height}H0z`, fill: ground }), ...shapes]);
}

/** One button that acts. `about` tells those of one page apart for whoever does not see what stands around it. */
export function actionForm(path: string, label: string, about?: string): Element {
  const button = h("button", { type: "submit", ...(about && { ariaLabel: `${label}: ${about}` }) }, label);
  return h("form", { method: "post", action: path }, [button]);
}
