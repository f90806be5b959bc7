import { createHash } from "node:crypto";
import { tileSvg } from "#lib/tiles/tile-svg.ts";
import { cutPicture } from "./cut-picture.ts";
import { findShareCard } from "./find-share-card.ts";
import { sharedImages } from "./share-image-cache.ts";

// Search engines cut it to 16:9, 4:3 or a square. Tiles of 75 px.
const size = { width: 1200, height: 675 };
const [columns, rows] = [16, 9];

/** What an article shows above its text, without words on it, as JPEG: Google shows no picture of text beside a result. */
export function articlePicture(address: string): Promise<Buffer<ArrayBuffer>> {
  const { slug, picture, focus } = findShareCard(address);
  const shown = picture ?? tileSvg(slug, { columns, rows });
  const name = createHash("sha256")
    .update(JSON.stringify([shown, focus, size]))
    .digest("hex");
  return sharedImages.get(`article-${name.slice(0, 20)}`, async () => {
    const cut = await cutPicture(picture ?? Buffer.from(shown), size, focus);
    return Buffer.from(await cut.jpeg({ quality: 85, mozjpeg: true }).toBuffer());
  });
}
