import { expect, test } from "./support/test.ts";

const inEnglish = { lang: "en", link: "Vendor information", clients: "Clients", unset: /Security|Tax number|Terms/ };
const inSpanish = { lang: "es", link: "Ficha de proveedor", clients: "Clientes", unset: /Seguridad|NIT|Condiciones/ };

for (const { lang, link, clients, unset } of [inEnglish, inSpanish]) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`in ${lang}, ${javaScriptEnabled ? "with" : "without"} script`, () => {
      test.use({ javaScriptEnabled });

      test("who buys for a company finds from any page what a vendor file asks for, and no row without a fact", async ({
        page,
      }) => {
        await page.goto(`/${lang}/services`);
        const footer = page.getByRole("contentinfo");
        await expect(footer.getByText("DreamCode", { exact: true }).last()).toBeVisible();
        await footer.getByRole("link", { name: link }).click();
        await expect(page).toHaveURL(`/${lang}/vendor`);
        const main = page.getByRole("main");
        await expect(main.getByRole("heading", { level: 1, name: link })).toBeVisible();
        await expect(main.getByRole("heading", { name: clients })).toBeVisible();
        await expect(main.getByText(/AT&T/)).toBeVisible();
        await expect(main.getByText(unset)).toHaveCount(0);
      });
    });
  }
}

test("the page for procurement prints on one sheet", async ({ page }) => {
  await page.goto("/en/vendor");
  const pdf = await page.pdf({ format: "Letter" });
  expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
});
