import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { findShareImage } from "./find-share-image.ts";

const folder = mkdtempSync(path.join(tmpdir(), "share-"));
const entry = (name: string) => ({ alt: `About ${name}`, wide: `${name}-wide.png`, square: `${name}-square.png` });
writeFileSync(
  path.join(folder, "manifest.json"),
  JSON.stringify({ "/en": entry("home"), "/en/hubs": entry("hubs"), "/en/hubs/cali": entry("cali") }),
);
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["/en/hubs/cali", "cali"],
  ["/en/hubs/by/professionals", "hubs"],
  ["/en/hubs", "hubs"],
  ["/en/search", "home"],
  ["/en", "home"],
])("%s shows the picture of %s", (address, name) => {
  expect(findShareImage(address, folder)).toEqual({
    wide: { url: `/share/${name}-wide.png`, width: 1200, height: 630, alt: `About ${name}`, type: "image/png" },
    square: { url: `/share/${name}-square.png`, width: 1200, height: 1200, alt: `About ${name}`, type: "image/png" },
  });
});

test("an address that no section holds is a mistake, and so is a build without pictures", () => {
  expect(() => findShareImage("/fr/hubs", folder)).toThrow("no share image for /fr/hubs");
  expect(() => findShareImage("/en", path.join(folder, "nowhere"))).toThrow(
    "run: node lib/share/build-share-images.ts",
  );
});
