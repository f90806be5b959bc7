import { expect, test } from "vitest";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { findShareImage } from "./find-share-image.ts";

test.each([
  ["/en/hubs/cali", "/en/hubs/cali"],
  ["/en/hubs/by/professionals", "/en/hubs"],
  ["/en/hubs", "/en/hubs"],
  ["/en/search", "/en"],
  ["/es", "/es"],
])("%s shows the pictures of %s", (address, shown) => {
  const { wide, square } = findShareImage(address);
  expect(wide).toMatchObject({ width: 1200, height: 630, type: "image/png" });
  expect(square).toMatchObject({ width: 1200, height: 1200, type: "image/png", alt: wide.alt });
  expect(wide.url.replace(/\w{8}$/, "…")).toBe(`${shown}/opengraph-image?v=…`);
  expect(square.url.replace(/\w{8}$/, "…")).toBe(`/square-image${shown}.png?v=…`);
});

test("the addresses of the pictures change with the words on them, and with nothing else", () => {
  const urlIn = (title: string, text: string) => {
    const root = temporaryContent({ "en/blog/a.md": post({ url: "a", title }, `\n${text}\n`) });
    return findShareImage("/en/blog/a", root).wide.url;
  };
  expect(urlIn("One", "Text.")).toBe(urlIn("One", "Other text."));
  expect(urlIn("One", "Text.")).not.toBe(urlIn("Two", "Text."));
});

test("an address that no section holds is a mistake", () => {
  expect(() => findShareImage("/fr/hubs")).toThrow("no share image for /fr/hubs");
});
