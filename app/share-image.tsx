import { composeShareCard } from "#app/compose-share-card.tsx";
import type { Focus } from "#lib/content/source/focus.ts";
import { cutPicture } from "#lib/pictures/cut-picture.ts";
import { fewerColours } from "#lib/pictures/fewer-colours.ts";
import { findShareCard } from "#lib/pictures/find-share-card.ts";
import { type ShareFormat, shareFormats } from "#lib/pictures/share-formats.ts";
import { sharedImages } from "#lib/pictures/share-image-cache.ts";

// WhatsApp shows no larger pictures.
const byteLimit = 300 * 1024;

/** The picture of the page at an address, as PNG. What shows the same is drawn once. */
export async function shareImage(address: string, format: ShareFormat): Promise<Buffer<ArrayBuffer>> {
  const card = findShareCard(address);
  const { element, fonts, name, lost } = await composeShareCard(card, format);
  return sharedImages.get(name, async () => {
    if (lost.length > 0) console.warn(`${card.path}: no font here has ${lost.join(" ")}; its share image has a gap`);
    // It loads in a bundler alone (1.0.3: "Dynamic require of fs"), and who imports a route need not draw anything.
    const { ImageResponse } = await import("@vercel/og");
    const panel = card.picture && (await photographIn(card.picture, card.focus, format));
    const response = new ImageResponse(element(panel), { ...shareFormats[format].size, fonts });
    const png = Buffer.from(await response.arrayBuffer());
    return card.picture ? fewerColours(png, byteLimit) : png;
  });
}

async function photographIn(picture: string, focus: Focus | undefined, format: ShareFormat): Promise<string> {
  const cut = await cutPicture(picture, shareFormats[format].panel, focus);
  const jpeg = await cut.jpeg({ quality: 90 }).toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString("base64")}`;
}
