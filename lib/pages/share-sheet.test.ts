import { expect, test } from "vitest";
import { readHead } from "./page-head.ts";
import { shareSheet, warningsOf } from "./share-sheet.ts";

const head = {
  title: "A title",
  description: "What a company in Toronto can expect from a support team in Medellín, with hours and roles.",
  image: "https://www.example.com/en/a/opengraph-image?v=1a2b3c4d",
};
const picture = { type: "image/png", bytes: new Uint8Array(1000) };

test("a page that says everything has nothing to mend", () => {
  expect(warningsOf(readHead(page()), picture)).toEqual([]);
});

test.each([
  [page({ title: "x".repeat(61) }), picture, "The title has 61 characters; Google cuts it after about 60."],
  [page({ description: "Short." }), picture, "The description has 6 characters; 70 to 160 are shown whole."],
  [page().replace("og:image:alt", "og:other"), picture, "og:image:alt is missing."],
  [page().replace('hrefLang="x-default"', ""), picture, "The page has no pair in the other language."],
  [page().replace("canonical", "other"), picture, "The page does not name its own address (canonical)."],
  [`${page()}<meta name="robots" content="noindex"/>`, picture, "Search engines are asked to leave this page out."],
  [
    page(),
    { ...picture, bytes: new Uint8Array(400 * 1024) },
    "The picture has 400 KB; WhatsApp may leave out more than 300 KB.",
  ],
  [page(), undefined, "The picture was not found: build the site first."],
])("what a service would cut or miss is said (%#)", (html, picture, warning) => {
  expect(warningsOf(readHead(html), picture)).toEqual([warning]);
});

test("the sheet shows every service, holds its picture, and runs nothing that a title says", async () => {
  const html = page({ title: "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" });
  const find = async (path: string) => (path === "/en/a/opengraph-image" ? picture : undefined);
  const sheet = await shareSheet("/en/a", html, find);
  for (const name of ["Google", "LinkedIn", "X", "WhatsApp", "Slack"]) expect(sheet).toContain(`<h2>${name}</h2>`);
  expect(sheet).toContain("&#x3C;script>alert(1)&#x3C;/script> &#x26; more");
  expect(sheet).not.toContain("<script");
  expect(sheet).toContain('src="data:image/png;base64,AAAA');
});

function page({ title = head.title, description = head.description } = {}): string {
  return [
    `<title>${title}</title><meta name="description" content="${description}"/>`,
    `<meta property="og:title" content="${title}"/><meta property="og:description" content="${description}"/>`,
    `<meta property="og:url" content="https://www.example.com/en/a"/><meta property="og:image" content="${head.image}"/>`,
    '<meta property="og:image:alt" content="A card"/><meta name="twitter:card" content="summary_large_image"/>',
    '<link rel="canonical" href="https://www.example.com/en/a"/>',
    ...["en", "es", "x-default"].map((lang) => `<link rel="alternate" hrefLang="${lang}" href="https://x.test"/>`),
  ].join("");
}
