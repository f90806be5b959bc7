import { expect, test } from "vitest";
import { mailPage } from "./mail-page.ts";

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
