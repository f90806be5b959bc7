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
writeFileSync("app/favicon.ico", ico(await png(32, false), 32));
console.log(`The colors and icons are those of ${brand.name}. Build the site, and look at it.`);

// Next reads favicon.ico itself, and RGBA only.
function png(size: number, palette = true) {
  return sharp(Buffer.from(brandSvg()), { density: 72 * (size / 24) })
    .resize(size, size)
    .ensureAlpha()
    .png({ compressionLevel: 9, palette })
    .toBuffer();
}

/** An icon file that holds one PNG, which every browser that asks for favicon.ico has read since 2009. */
function ico(image: Buffer, size: number) {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(image.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, image]);
}
