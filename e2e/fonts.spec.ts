import type { Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

for (const path of [
  "/en",
  "/es",
  "/en/inquiry",
  "/es/contact",
  "/es/blog/latin-american-tech-hubs",
  "/en/services/cloud",
]) {
  for (const width of [1350, 412]) {
    test(`the first screen of ${path}, ${width} px wide, is laid out the same before its faces are there`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.route(/\.woff2$/, (route) => route.abort());
      await page.goto(path);
      const before = await firstScreen(page);
      expect(
        await hasFallback(page),
        "needs Arial, Verdana and Times New Roman, or Debian's fonts-liberation and fonts-dejavu-core",
      ).toBe(true);

      await page.unrouteAll();
      // A face that comes late is kept for the next page.
      await page.reload();
      await page.reload();
      expect(await page.evaluate(() => document.fonts.check("1em archivo"))).toBe(true);
      expect(await firstScreen(page)).toEqual(before);
    });
  }
}

/** Where what moves the rest begins: titles, paragraphs and fields, to the pixel. */
function firstScreen(page: Page) {
  return page.locator("main :is(h1, h2, p, label, input, select, textarea, a.button)").evaluateAll((elements) =>
    elements
      .map((element) => ({ text: element.textContent?.trim().slice(0, 30), top: element.getBoundingClientRect().top }))
      .filter(({ top }) => top < 900)
      .map(({ text, top }) => `${Math.round(top)} ${text}`),
  );
}

/** The wide one: without it Arial stands in for headlines, and is narrower. */
function hasFallback(page: Page) {
  return page.evaluate(async () => {
    await document.fonts.load('1em "Archivo Wide Fallback"');
    return Array.from(document.fonts).some(
      ({ family, status }) => /Archivo Wide Fallback/.test(family) && status === "loaded",
    );
  });
}
