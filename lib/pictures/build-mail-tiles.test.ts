import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { getServices } from "#lib/content/kinds/service.ts";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { findMailTiles } from "#lib/mail/find-mail-tiles.ts";
import { buildMailTiles } from "./build-mail-tiles.ts";

test("each slug gets a band that mails can carry, and bands of services that are gone go too", async () => {
  const folder = folderForTests();
  writeFileSync(path.join(folder, "gone.png"), "");
  const slugs = getServices("en").map(({ slug }) => slug);

  await buildMailTiles(slugs, folder);

  expect(readdirSync(folder).sort()).toEqual(slugs.map((slug) => `${slug}.png`).sort());
  for (const slug of slugs) {
    const png = findMailTiles(slug, folder)?.png;
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 1200, height: 200 });
    expect(png?.length).toBeLessThan(8_000);
  }
});
