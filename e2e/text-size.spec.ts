import type { Page } from "@playwright/test";
import { pages } from "./support/addresses.ts";
import { expect, test } from "./support/test.ts";

for (const lang of ["en", "es"]) {
  for (const [name, address] of pages) {
    test(`text at twice its size loses nothing on ${name} in ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 900 });
      // What a reader sets in the browser: it reaches the page's breakpoints too, which a style of ours would not.
      const browser = await page.context().newCDPSession(page);
      await browser.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
      await page.goto(`/${lang}${address}`);
      await expect(page.locator("html")).toHaveCSS("font-size", "34px");

      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
      const cut = await page.locator("h1, h2, h3, p, a, label, button, dd, dt").evaluateAll((elements) =>
        elements
          .filter((element) => element.checkVisibility() && element.clientWidth > 1)
          .filter((element) => element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.textContent),
      );
      expect(cut).toEqual([]);

      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      expect(await brokenWords(page)).toEqual([]);
    });

    test(`more space between letters, words and lines loses nothing on ${name} in ${lang}`, async ({ page }) => {
      await page.goto(`/${lang}${address}`);
      // What WCAG 1.4.12 has to be borne.
      await page.evaluate(() => {
        const spaced = new CSSStyleSheet();
        spaced.replaceSync(
          "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
            "p { margin-bottom: 2em !important }",
        );
        document.adoptedStyleSheets.push(spaced);
      });
      for (const width of [320, 1184, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    });
  }

  test(`the figures of the home page in ${lang} do not run into each other`, async ({ page }) => {
    await page.goto(`/${lang}`);
    for (const width of [320, 430, 560, 1024]) {
      await page.setViewportSize({ width, height: 900 });
      const cut = await page
        .locator("main dd")
        .evaluateAll((figures) =>
          figures.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).map((dd) => dd.textContent),
        );
      expect(cut, `${width} px`).toEqual([]);
    }
  });
}

/** Words of headings and cards that begin on one line and end on another. Running text may have one longer than a line. */
function brokenWords(page: Page): Promise<string[]> {
  return page.locator("main :is(h1, h2, h3, dt, label, a.button)").evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility() && element.clientWidth > 1)
      .flatMap((element) => {
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const broken: string[] = [];
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          for (const { index, 0: word } of (text.textContent ?? "").matchAll(/[\p{L}\p{N}]+/gu)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            const tops = Array.from(range.getClientRects(), ({ top }) => Math.round(top));
            if (new Set(tops).size > 1) broken.push(word);
          }
        }
        return broken;
      }),
  );
}
