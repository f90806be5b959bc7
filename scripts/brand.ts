// `npm run brand`: writes what is made of lib/brand.ts.
import { writeFileSync } from "node:fs";
import sharp from "sharp";
import { brand } from "#lib/brand.ts";
import { brandCss } from "#lib/brand-css.ts";
import { brandSvg } from "#lib/brand-svg.ts";

writeFileSync("app/brand.css", brandCss());
writeFileSync("app/icon.svg", `${brandSvg()}\n`);
writeFileSync("app/apple-icon.png", await png(180));
writeFileSync("public/icon-192.png", await png(192));
writeFileSync("public/icon-512.png", await png(512));
// Who shows a site on a telephone's screen asks for it without reading a page first.
writeFileSync("public/apple-touch-icon.png", await png(180));
// Of 48 Google takes what it shows beside results.
writeFileSync("app/favicon.ico", ico([await png(48, false), await png(32, false)]));
console.log(`The colors and icons are those of ${brand.name}. Build the site, and look at it.`);

// Next reads favicon.ico itself, and RGBA only.
function png(size: number, palette = true) {
  return sharp(Buffer.from(brandSvg()), { density: 72 * (size / 24) })
    .resize(size, size)
    .ensureAlpha()
    .png({ compressionLevel: 9, palette })
    .toBuffer();
}

/** An icon file that holds PNGs, which every browser that asks for favicon.ico has read since 2009. */
function ico(images: Buffer[]) {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let place = header.length;
  for (const [index, image] of images.entries()) {
    const at = 6 + 16 * index;
    // A PNG says its width in its seventeenth to twentieth byte.
    const size = image.readUInt32BE(16);
    header.writeUInt8(size, at);
    header.writeUInt8(size, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(image.length, at + 8);
    header.writeUInt32LE(place, at + 12);
    place += image.length;
  }
  return Buffer.concat([header, ...images]);
}
