import { pages, pagesOnTheWay } from "./support/addresses.ts";
import { expect, test } from "./support/test.ts";

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  for (const lang of ["en", "es"]) {
    for (const [kind, address] of [...pages, ...pagesOnTheWay]) {
      test(`${kind} in ${lang} has its pictures for messages, in words too`, async ({ page, request }) => {
        await page.goto(`/${lang}${address}`);
        const contents = (name: string) =>
          page
            .locator(`meta[property="${name}"], meta[name="${name}"]`)
            .evaluateAll((tags) => tags.map((tag) => tag.getAttribute("content")));

        const [wide = "", square = ""] = await contents("og:image");
        expect(await contents("og:image:width")).toEqual(["1200", "1200"]);
        expect(await contents("og:image:height")).toEqual(["630", "1200"]);
        expect(await contents("twitter:card")).toEqual(["summary_large_image"]);
        expect(await contents("twitter:image")).toEqual([wide]);
        const [alt] = await contents("og:image:alt");
        expect(alt).toContain(lang === "en" ? "in black letters on gold" : "en letras negras sobre dorado");

        for (const [image, height] of [
          [wide, 630],
          [square, 1200],
        ] as const) {
          const answer = await request.get(new URL(image ?? "").pathname);
          expect(answer.headers()["content-type"]).toBe("image/png");
          const png = await answer.body();
          // Width and height stand at the same place in every PNG.
          expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, height]);
          expect(png.length).toBeLessThan(300 * 1024);
        }
      });
    }
  }
});
