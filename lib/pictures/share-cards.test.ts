import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { getArticles } from "#lib/content/kinds/article.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { locales } from "#lib/i18n/locales.ts";
import { shareCards } from "./share-cards.ts";

test.each(locales)("every page of %s that has a title of its own has one card, with words", (locale) => {
  const cards = shareCards(locale);
  const addresses = cards.map(({ path }) => path);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(cards.filter(({ title, note, alt }) => !title || !note || !alt.includes(title))).toEqual([]);
  for (const address of [
    "",
    "/blog",
    "/services/cloud",
    "/hubs/cali",
    "/industries",
    "/projects",
    "/hours",
    "/hours/toronto",
    "/contact",
  ]) {
    expect(addresses).toContain(`/${locale}${address}`);
  }
  for (const address of ["/inquiry", "/newsletter", "/about", "/privacy", "/blog/category/innovation"]) {
    expect(addresses).toContain(`/${locale}${address}`);
  }
  for (const { slug } of getArticles(locale)) expect(addresses).toContain(`/${locale}/blog/${slug}`);
});

test.each([
  ["en", "Innovation · April 2, 2025"],
  ["es", "Innovación · 2 de abril de 2025"],
] as const)("an article in %s says its category and its date", (locale, note) => {
  const article = shareCards(locale).find(({ path }) =>
    path.endsWith("/colombia-leader-in-tech-talent-for-usa-and-latin-america"),
  );
  expect(article?.note).toBe(note);
});

test("a draft and a post of the future have no card, nor has a tag that they alone have", () => {
  const root = temporaryContent({
    "en/blog/a.md": post({ url: "shown" }),
    "en/blog/b.md": post({ url: "draft", draft: "true", tags: "[hiring]" }),
    "en/blog/c.md": post({ url: "future", date: "April 02, 2999" }),
  });
  const addresses = shareCards("en", root).map(({ path }) => path);
  expect(addresses.filter((address) => address.startsWith("/en/blog/"))).toEqual([
    "/en/blog/category/support",
    "/en/blog/shown",
  ]);
});

test("the card of an article and of an author has their picture, cut where they say", async () => {
  const root = temporaryContent({
    "en/blog/a.md": post({ url: "a", imglink: "a.jpg", imgfocus: "left", author: "luz" }),
    "authors/luz.yaml": "name: Luz\nportrait: luz.jpg\nportraitfocus: top\n",
    "images/a.jpg": "",
    "images/luz.jpg": "",
  });
  const cards = await cardsWithPictures(root, ["a.jpg", "luz.jpg"]);
  expect(cards.filter(({ picture }) => picture)).toMatchObject([
    { path: "/en/blog/author/luz", picture: "public/images/luz.jpg.jpeg", focus: { x: 50, y: 0 } },
    { path: "/en/blog/a", picture: "public/images/a.jpg.jpeg", focus: { x: 0, y: 50 } },
  ]);
});

/** Where pictures are is settled when the module is loaded. */
async function cardsWithPictures(root: string, names: string[]) {
  const project = path.dirname(root);
  const pictures = names.map((name) => {
    return [name, { width: 960, height: 640, variants: [{ format: "jpeg", width: 960, file: `${name}.jpeg` }] }];
  });
  mkdirSync(path.join(project, "public/images"), { recursive: true });
  writeFileSync(path.join(project, "public/images/manifest.json"), JSON.stringify(Object.fromEntries(pictures)));
  const before = process.cwd();
  onTestFinished(() => process.chdir(before));
  process.chdir(project);
  vi.resetModules();
  return (await import("./share-cards.ts")).shareCards("en", root);
}
