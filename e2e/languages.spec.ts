import { pages, pagesOnTheWay } from "./support/addresses.ts";
import { expect, test } from "./support/test.ts";

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  for (const [page, address] of [...pages, ...pagesOnTheWay]) {
    test(`the language switch keeps ${page}, there and back`, async ({ page }) => {
      const navigation = (name: string) => page.getByRole("banner").getByRole("navigation", { name });
      await page.goto(`/en${address}`);
      await expect(page.locator("html")).toHaveAttribute("lang", "en");

      await navigation("Main").getByRole("link", { name: "Español" }).click();
      await expect(page).toHaveURL(`/es${address}`);
      await expect(page.locator("html")).toHaveAttribute("lang", "es");

      await navigation("Principal").getByRole("link", { name: "English" }).click();
      await expect(page).toHaveURL(`/en${address}`);
    });
  }
});

// Lists of one or two articles, and a page in another order, are not for search engines: e2e/links.spec.ts looks at them.
const found = pages.filter(([, address]) => !/\/(category|tag|author|by)\//.test(address));
for (const [page, address] of found) {
  test(`search engines find ${page} in both languages, and each names the other`, async ({ site }) => {
    for (const lang of ["en", "es"]) {
      const html = await (await fetch(`${site.url}/${lang}${address}`)).text();
      const pathOf = (link: RegExp) => new URL(link.exec(html)?.[1] ?? "").pathname;
      expect(pathOf(/<link rel="canonical" href="([^"]+)"/)).toBe(`/${lang}${address}`);
      for (const [hreflang, other] of Object.entries({ en: "en", es: "es", "x-default": "en" })) {
        const alternate = new RegExp(`<link rel="alternate" hrefLang="${hreflang}" href="([^"]+)"`);
        expect(pathOf(alternate)).toBe(`/${other}${address}`);
      }
    }
  });
}

for (const [asked, acceptLanguage, answered] of [
  ["/", "es-CO,es;q=0.9,en;q=0.8", "/es"],
  ["/", "en-CA,fr-CA;q=0.9", "/en"],
  ["/", "fr-CA,es;q=0.5,en;q=0.4", "/es"],
  ["/", "de", "/en"],
  ["/", "../../etc;q=x", "/en"],
  ["/?utm_source=letter", "es", "/es?utm_source=letter"],
  ["/blog", "es-419", "/es/blog"],
  ["/blog/no-such-article", "es", "/es/blog/no-such-article"],
  ["/services", "en-US", "/en/services"],
  ["/services/cloud", "es-MX", "/es/services/cloud"],
  ["/inquiry?service=cloud", "es", "/es/inquiry?service=cloud"],
  ["/contact", "es-CO", "/es/contact"],
  ["/newsletter", "es-CO", "/es/newsletter"],
  ["/about", "es", "/es/about"],
  ["/canada", "es", "/es/canada"],
  ["/privacy", "en", "/en/privacy"],
] as const) {
  test(`who asks for ${asked} in ${acceptLanguage} is sent to ${answered}`, async ({ site }) => {
    const answer = await fetch(site.url + asked, {
      redirect: "manual",
      headers: { "accept-language": acceptLanguage },
    });
    expect(answer.status).toBe(307);
    expect(answer.headers.get("location")).toBe(answered);
    expect(answer.headers.get("vary")).toMatch(/accept-language/i);
  });
}

test.describe("with a browser set to Spanish", () => {
  test.use({ locale: "es-CO" });

  test("an address without a language opens in Spanish, with the service that it names", async ({ page }) => {
    await page.goto("/inquiry?service=cloud");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inicie un proyecto");
    await expect(page.getByRole("main").getByLabel("¿Qué necesita?")).toHaveValue("cloud");
  });
});
