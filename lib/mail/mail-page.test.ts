import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { countTable, mailPage } from "./mail-page.ts";

test("a mail says that it has a dark dress of its own, and asks for no links where there are none", () => {
  const html = mailPage({ lang: "es", title: "Un título", blocks: [], footer: [] });
  const metas = Array.from(
    html.matchAll(/<meta (?:name="([^"]+)" content="([^"]+)"|charset="([^"]+)")>/g),
    ([, ...parts]) => parts.filter((part) => part !== undefined),
  );
  expect(metas).toEqual([
    ["utf-8"],
    ["viewport", "width=device-width, initial-scale=1"],
    ["color-scheme", "light dark"],
    ["supported-color-schemes", "light dark"],
    ["format-detection", "telephone=no, date=no, address=no, email=no, url=no"],
  ]);
  expect(html).toMatch(/<html lang="es"[\s\S]*<title>Un título<\/title>[\s\S]*@media \(prefers-color-scheme: dark\)/);
});

test("of a table of counts each column and each row has its heading, and no name becomes markup", () => {
  const html = toHtml(countTable(["Page", "Oct", "Sep"], [["<b>/en</b>", "12", "7"]]));
  const cells = Array.from(html.matchAll(/<(th|td)(?: scope="(\w+)")?[^>]*>(.*?)<\/\1>/g), ([, tag, scope, text]) => [
    scope ?? tag,
    text,
  ]);
  expect(cells).toEqual([
    ["col", "Page"],
    ["col", "Oct"],
    ["col", "Sep"],
    ["row", "&#x3C;b>/en&#x3C;/b>"],
    ["td", "12"],
    ["td", "7"],
  ]);
});
