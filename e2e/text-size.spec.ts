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
    });
  }
}
