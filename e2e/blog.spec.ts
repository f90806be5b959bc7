import { expect, test } from "./support/test.ts";

const article = "/blog/colombia-leader-in-tech-talent-for-usa-and-latin-america";

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  for (const [lang, words] of Object.entries({
    en: { neighbours: "Older and newer articles", tags: "Tags", tag: "Hiring", categories: "Categories" },
    es: {
      neighbours: "Artículos anterior y siguiente",
      tags: "Etiquetas",
      tag: "Contratación",
      categories: "Categorías",
    },
  })) {
    test(`a reader goes from an article in ${lang} to its author, and from there back to it`, async ({ page }) => {
      await page.goto(`/${lang}${article}`);
      const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
      await page.getByRole("main").getByRole("link", { name: "DreamCode", exact: true }).click();
      await expect(page).toHaveURL(`/${lang}/blog/author/dreamcode`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("DreamCode");
      await page.getByRole("main").getByRole("link", { name: title }).click();
      await expect(page).toHaveURL(`/${lang}${article}`);
    });

    test(`a reader goes from an article in ${lang} to a tag, and on to a category`, async ({ page }) => {
      await page.goto(`/${lang}${article}`);
      await page.getByRole("navigation", { name: words.tags }).getByRole("link", { name: words.tag }).click();
      await expect(page).toHaveURL(`/${lang}/blog/tag/hiring`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.tag);
      const tags = page.getByRole("navigation", { name: words.tags });
      await expect(tags.getByRole("link", { name: words.tag })).toHaveAttribute("aria-current", "true");

      const category = page.getByRole("navigation", { name: words.categories }).getByRole("link").first();
      const name = (await category.textContent()) ?? "";
      await category.click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    });

    test(`a reader goes from an article in ${lang} to its neighbour, and back`, async ({ page }) => {
      await page.goto(`/${lang}${article}`);
      const neighbours = page.getByRole("navigation", { name: words.neighbours });
      await neighbours.locator("a[rel=next]").click();
      await expect(page).not.toHaveURL(`/${lang}${article}`);
      await neighbours.locator("a[rel=prev]").click();
      await expect(page).toHaveURL(`/${lang}${article}`);
    });
  }
});

for (const [address, target] of [
  ["/en/blog/page/1", "/en/blog"],
  ["/es/blog/page/1", "/es/blog"],
  ["/es/blog/category/innovation/page/1", "/es/blog/category/innovation"],
  ["/en/blog/tag/hiring/page/1", "/en/blog/tag/hiring"],
  ["/en/blog/author/dreamcode/page/1", "/en/blog/author/dreamcode"],
] as const) {
  test(`${address} is ${target}`, async ({ site }) => {
    const answer = await fetch(site.url + address, { redirect: "manual" });
    expect(answer.status).toBe(308);
    expect(answer.headers.get("location")).toBe(target);
  });
}
