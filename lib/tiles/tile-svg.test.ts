import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { tileSvg } from "./tile-svg.ts";

const slugs = Array.from({ length: 200 }, (_, number) => `article-number-${number}`);

test("a card takes at most 3 KB, compressed", () => {
  const sizes = slugs.map((slug) => gzipSync(tileSvg(slug, { columns: 6, rows: 4 })).length);

  expect(Math.max(...sizes)).toBeLessThanOrEqual(3 * 1024);
});

test("the markup is an ornament that can stand anywhere, any number of times", () => {
  const markup = tileSvg("home", { columns: 20, rows: 1, palette: "goldAndEmeraldOnInk" });

  expect(markup).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 1200 60" preserveAspectRatio="xMidYMid slice" aria-hidden="true">(<path fill="#[0-9a-f]{6}" d="[^"]+"\/>){2,3}<\/svg>$/,
  );
});
