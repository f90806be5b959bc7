import { pages, pagesOnTheWay } from "./support/addresses.ts";
import { expect, test } from "./support/test.ts";

for (const lang of ["en", "es"]) {
  for (const [kind, address] of [...pages, ...pagesOnTheWay]) {
    test(`${kind} in ${lang} has its pictures for messages, in words too`, async ({ site }) => {
      const html = await (await fetch(`${site.url}/${lang}${address}`)).text();
      const contents = (name: string) =>
        Array.from(html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g), ([, each, content]) =>
          each === name ? [content] : [],
        ).flat();

      const [wide = "", square = ""] = contents("og:image");
      expect(contents("og:image:width")).toEqual(["1200", "1200"]);
      expect(contents("og:image:height")).toEqual(["630", "1200"]);
      expect(contents("twitter:card")).toEqual(["summary_large_image"]);
      expect(contents("twitter:image")).toEqual([wide]);
      const [alt] = contents("og:image:alt");
      expect(alt).toContain(lang === "en" ? "in black letters on gold" : "en letras negras sobre dorado");

      for (const [image, height] of [
        [wide, 630],
        [square, 1200],
      ] as const) {
        const answer = await fetch(site.url + new URL(image).pathname);
        expect(answer.headers.get("content-type")).toBe("image/png");
        const png = Buffer.from(await answer.arrayBuffer());
        // Width and height stand at the same place in every PNG.
        expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, height]);
        expect(png.length).toBeLessThan(300 * 1024);
      }
    });
  }
}
