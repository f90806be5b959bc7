import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { getServices } from "#lib/content/kinds/service.ts";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { findMailTiles } from "#lib/mail/find-mail-tiles.ts";
import { buildMailTiles } from "./build-mail-tiles.ts";

test("a band that was made before is taken over, and one of a new service is made", async () => {
  const [before, folder] = [folderForTests(), folderForTests()];
  writeFileSync(path.join(before, "cybersecurity.png"), "as it was");
  await buildMailTiles(["cybersecurity", "custom-software"], folder, before);
  expect(readFileSync(path.join(folder, "cybersecurity.png"), "utf8")).toBe("as it was");
  expect(readdirSync(folder).sort()).toEqual(["custom-software.png", "cybersecurity.png"]);
});

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
