import { expect, test } from "./support/test.ts";
import { visitors } from "./support/visitors.ts";

const said = {
  en: {
    search: "Search",
    field: "What are you looking for?",
    typo: { query: "cybersecurty", title: "Cybersecurity", note: "No page has exactly these words. These come close." },
    service: "Service",
    several: (query: string) => new RegExp(`^\\d+ pages for “${query}”$`),
    none: "Nothing found for “qwxyz”",
    ask: 'Ask us about “<b>qwxyz "9"”',
    begun: 'I looked for “<b>qwxyz "9"” on your site. ',
    elsewhere: "Tech hubs",
    cut: "Only the first 100 characters were searched for.",
  },
  es: {
    search: "Buscar",
    field: "¿Qué busca?",
    typo: {
      query: "ciberseguridd",
      title: "Ciberseguridad",
      note: "Ninguna página tiene exactamente estas palabras. Estas se acercan.",
    },
    service: "Servicio",
    several: (query: string) => new RegExp(`^\\d+ páginas para “${query}”$`),
    none: "No encontramos nada para “qwxyz”",
    ask: 'Pregúntenos por “<b>qwxyz "9"”',
    begun: 'Busqué “<b>qwxyz "9"” en su sitio. ',
    elsewhere: "Polos tecnológicos",
    cut: "Solo se buscaron los primeros 100 caracteres.",
  },
};

for (const { words, hasScript, who } of visitors) {
  const { lang } = words;
  const text = lang === "es" ? said.es : said.en;

  test.describe(who, () => {
    test.use({ javaScriptEnabled: hasScript });

    test("the search is reached by keyboard, and finds a city without its accent", async ({ page }) => {
      await page.goto(`/${lang}`);
      const link = page.getByRole("banner").getByRole("link", { name: text.search });
      for (let tabs = 0; tabs < 12 && !(await link.evaluate((a) => a === document.activeElement)); tabs++) {
        await page.keyboard.press("Tab");
      }
      await expect(link).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(`/${lang}/search`);

      await page.getByLabel(text.field).fill("medellin");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(`/${lang}/search?q=medellin`);
      await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(text.several("medellin"));
      const marks = await page.getByRole("main").locator("mark").allTextContents();
      expect(marks.length).toBeGreaterThan(0);
      expect(marks.filter((mark) => !/^Medellín(’s)?$/.test(mark))).toEqual([]);

      await page.getByRole("main").getByRole("link", { name: "Medellín" }).first().click();
      await expect(page).toHaveURL(`/${lang}/hubs/medellin`);
    });

    test("a typing mistake is forgiven, which is said, and the language switch keeps the words", async ({ page }) => {
      await page.goto(`/${lang}/search?q=${text.typo.query}`);
      await expect(page.getByText(text.typo.note)).toBeVisible();
      const first = page.getByRole("main").getByRole("listitem").first();
      await expect(first.getByRole("link")).toHaveText(text.typo.title);
      await expect(first.getByText(text.service, { exact: true })).toBeVisible();
      await expect(first.getByText(`/${lang}/services/cybersecurity`)).toBeVisible();
      await expect(first.locator("mark").first()).toHaveText(text.typo.title);

      const other = lang === "es" ? "English" : "Español";
      await page.getByRole("banner").getByRole("link", { name: other }).click();
      await expect(page).toHaveURL(`/${lang === "es" ? "en" : "es"}/search?q=${text.typo.query}`);
    });

    test("where nothing is found there are ways on", async ({ page }) => {
      await page.goto(`/${lang}/search`);
      await page.getByLabel(text.field).fill("qwxyz");
      await page.getByRole("button", { name: text.search }).click();
      await expect(page.getByRole("heading", { name: text.none })).toBeVisible();
      await expect(page.getByLabel(text.field)).toHaveValue("qwxyz");
      await page.getByRole("main").getByRole("link", { name: text.elsewhere }).click();
      await expect(page).toHaveURL(`/${lang}/hubs`);
    });

    test("what nothing was found for can be asked about, with the message begun", async ({ page }) => {
      await page.goto(`/${lang}/search?q=${encodeURIComponent('<b>qwxyz "9"')}`);
      await page.getByRole("main").getByRole("link", { name: text.ask }).first().click();
      await expect(page).toHaveURL(new RegExp(`/${lang}/inquiry\\?about=`));
      await expect(page.getByLabel(words.labels.inquiry)).toHaveValue(text.begun);
    });

    test("a search of a thousand words is cut, which is said", async ({ page }) => {
      await page.goto(`/${lang}/search?q=${"cloud+".repeat(1_000)}`);
      await expect(page.getByText(text.cut)).toBeVisible();
    });
  });
}

test("whatever is searched for is shown as text, and answered", async ({ page, request }) => {
  let asked = 0;
  page.on("dialog", () => asked++);
  await page.goto(`/en/search?q=${encodeURIComponent('"><script>alert(1)</script><img src=x onerror=alert(1)>cloud')}`);
  await expect(page.getByRole("heading", { level: 2 }).first()).toContainText("<script>alert(1)</script>");
  await expect(page.getByRole("main").locator("script, img")).toHaveCount(0);
  expect(asked).toBe(0);

  for (const query of [
    "",
    "q=",
    "q=%20",
    "q=?!%E2%80%A6",
    "q=%00%E2%80%AE",
    "q=%ED%A0%80",
    "q=%ff",
    "q=%",
    "q=a&q=b",
  ]) {
    const answer = await request.get(`/es/search?${query}`);
    expect(answer.status(), query).toBe(200);
    expect(await answer.text()).toContain('<meta name="robots" content="noindex"/>');
  }
});

test("an address that names no language keeps what was searched for", async ({ request }) => {
  const answer = await request.get("/search?q=nube", { headers: { "accept-language": "es-CO" }, maxRedirects: 0 });
  expect(answer.headers().location).toBe("/es/search?q=nube");
});
