import type { Page } from "@playwright/test";
import { pages, pagesOnTheWay, unknownAddresses } from "./support/addresses.ts";
import { expect, test } from "./support/test.ts";

const inEnglish = {
  lang: "en",
  title: "This page is not here",
  services: "Services",
  search: "What are you looking for?",
};
const inSpanish = { lang: "es", title: "Esta página no está aquí", services: "Servicios", search: "¿Qué busca?" };

for (const lang of ["en", "es"]) {
  for (const [kind, address] of [...pages, ...pagesOnTheWay]) {
    test(`${kind} in ${lang} has its landmarks, a working skip link, room on a narrow screen and no trouble`, async ({
      page,
      site,
    }) => {
      const trouble = troubleOn(page, site.url);
      const answer = await page.goto(`/${lang}${address}`);
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page.getByRole("main")).toHaveCount(1);

      await page.keyboard.press("Tab");
      const skip = page.getByRole("link", { name: lang === "en" ? "Skip to the content" : "Ir al contenido" });
      await expect(skip).toBeFocused();
      await expect(skip).toBeInViewport();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("main")).toBeFocused();

      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

      // Who has just sent a form is led to none.
      if (!address.includes("/received")) {
        await page.setViewportSize({ width: 390, height: 844 });
        expect(await formsWithin(2 * 844, page), "forms and links to one on a phone's first two screens").not.toBe(0);
      }

      await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 5_000 })));
      expect(trouble).toEqual([]);
    });
  }
}

function formsWithin(height: number, page: Page): Promise<number> {
  const waysToWrite = "form[method=post], a:is([href*='/contact'], [href*='/inquiry'], [href*='/reply'])";
  return page
    .locator(waysToWrite)
    .evaluateAll(
      (ways, height) =>
        ways.filter((way) => way.checkVisibility() && way.getBoundingClientRect().top + scrollY < height).length,
      height,
    );
}

test("a page keeps the room of its scrollbar, so that it does not move while it comes in", async ({ page }) => {
  // The browsers of these tests show no scrollbar that could be waited for.
  await page.goto("/en/inquiry");
  await expect(page.locator("html")).toHaveCSS("overflow-y", "scroll");
});

test("the home page names the manifest, and a page that is read does not ask for it", async ({ page }) => {
  const manifest = page.locator('link[rel="manifest"]');
  await page.goto("/es");
  await expect(manifest).toHaveAttribute("href", "/manifest.webmanifest");
  await page.goto("/es/blog/latin-american-tech-hubs");
  await expect(manifest).toHaveCount(0);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  for (const address of unknownAddresses) {
    test(`${address} is not found, which is said in its language with ways on`, async ({ page }) => {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(404);
      const { lang, title, services, search } = address.startsWith("/es/") ? inSpanish : inEnglish;
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(page.getByRole("contentinfo")).toBeVisible();
      await page.getByRole("main").getByRole("link", { name: services }).click();
      await expect(page).toHaveURL(`/${lang}/services`);

      await page.goto(address);
      await page.getByLabel(search).fill("cloud");
      await page.getByLabel(search).press("Enter");
      await expect(page).toHaveURL(`/${lang}/search?q=cloud`);
    });
  }
});

for (const lang of ["en", "es"]) {
  test(`in ${lang}, an address of thanks without a reference leads to its form and thanks for nothing`, async ({
    page,
  }) => {
    for (const query of ["", "?ref=", "?ref=%3Cb%3EKX7Q2"]) {
      await page.goto(`/${lang}/inquiry/received${query}`);
      await expect(page.locator("[data-received]"), query).toHaveCount(0);
      await page.locator("main a.button").first().click();
      await expect(page, query).toHaveURL(`/${lang}/inquiry`);
    }
  });
}

test("a browser finds the icon of the site", async ({ page, request }) => {
  await page.goto("/en");
  const icon = page.locator("link[rel=icon]").first();
  await expect(icon).toHaveAttribute("href", /^\//);
  const answer = await request.get((await icon.getAttribute("href")) ?? "");
  expect(answer.headers()["content-type"]).toMatch(/^image\//);
});

/** Whatever a page complains about, asks of others, or does not get. */
function troubleOn(page: Page, origin: string): string[] {
  const trouble: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()))
      trouble.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => trouble.push(`script: ${error.message}`));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) trouble.push(`asked elsewhere: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) trouble.push(`${response.status()}: ${response.url()}`);
  });
  return trouble;
}
