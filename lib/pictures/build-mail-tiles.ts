// Makes .mail-tiles from the services: `node lib/pictures/build-mail-tiles.ts [a release before it]`. Mail programs do not show SVG.
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { getServices } from "#lib/content/kinds/service.ts";
import { locales } from "#lib/i18n/locales.ts";
import { linkOrCopy } from "#lib/link-or-copy.ts";
import { mailTilesFolder, siteSlug } from "#lib/mail/find-mail-tiles.ts";
import { tileSvg } from "#lib/tiles/tile-svg.ts";

/** Writes a band of 1200 x 200 px for each slug, shown at half its size; one of the same program is taken over from `before`. */
export async function buildMailTiles(slugs: string[], folder: string, before?: string) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const slug of slugs) {
    const made = before && path.join(before, `${slug}.png`);
    if (made && existsSync(made)) {
      await linkOrCopy(made, path.join(folder, `${slug}.png`));
      continue;
    }
    // One row of tiles did not recall the page that it stands for.
    const svg = tileSvg(slug, { columns: 12, rows: 2 });
    const png = sharp(Buffer.from(svg)).resize(1200, 200).png({ palette: true, colours: 16, effort: 10 });
    writeFileSync(path.join(folder, `${slug}.png`), await png.toBuffer());
  }
}

if (import.meta.main) {
  const services = locales.flatMap((locale) => getServices(locale).map(({ slug }) => slug));
  const slugs = [siteSlug, ...new Set(services)];
  const [, , before] = process.argv;
  await buildMailTiles(slugs, mailTilesFolder(), before && mailTilesFolder(before));
  console.log(`mail tiles: ${slugs.length} pictures made`);
}
