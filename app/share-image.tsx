import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, utimesSync } from "node:fs";
import path from "node:path";
import { ImageResponse } from "@vercel/og";
import sharp from "sharp";
import { ShareCard } from "#components/share-card.tsx";
import { fewerColours } from "#lib/pictures/fewer-colours.ts";
import { findShareCard } from "#lib/pictures/find-share-card.ts";
import { type SetText, shareFonts } from "#lib/pictures/share-fonts.ts";
import { type ShareFormat, shareFormats } from "#lib/pictures/share-formats.ts";
import { titleSize } from "#lib/pictures/title-size.ts";
import { tileSvg } from "#lib/tiles/tile-svg.ts";
import { writeWhole } from "#lib/write-whole.ts";

// WhatsApp shows no larger pictures.
const byteLimit = 300 * 1024;

// Kept from one build to the next. The build removes what it had no use for.
const folder = path.join(/* turbopackIgnore: true */ process.cwd(), ".next/cache/share-images");

/** The picture of the page at an address, as PNG. What shows the same is drawn once. */
export async function shareImage(address: string, format: ShareFormat): Promise<Buffer<ArrayBuffer>> {
  const card = findShareCard(address);
  const title = await shareFonts("title", setTogether(card.title));
  const note = await shareFonts("note", card.note);
  const fonts = [...title.fonts, ...note.fonts];
  const drawn = (panel: string) =>
    ShareCard({
      format,
      title: {
        text: title.text,
        fonts: familyOf(title),
        ...titleSize(title.text, shareFormats[format].title, title.widthOf),
      },
      note: { text: note.text, fonts: familyOf(note) },
      panel,
    });
  const panel = card.picture ?? tilesOf(card.slug, format);

  const hash = createHash("sha256").update(JSON.stringify(drawn(panel)));
  for (const { data } of fonts) hash.update(data);
  const file = path.join(/* turbopackIgnore: true */ folder, `${hash.digest("hex").slice(0, 20)}.png`);
  if (existsSync(file)) {
    utimesSync(file, new Date(), new Date());
    return readFileSync(file);
  }

  const lost = [...title.lost, ...note.lost];
  if (lost.length > 0) console.warn(`${card.path}: no font here has ${lost.join(" ")}; its share image has a gap`);
  const shown = drawn(card.picture ? await photographIn(card.picture, format) : panel);
  const response = new ImageResponse(shown, { ...shareFormats[format].size, fonts });
  const png = Buffer.from(await response.arrayBuffer());
  const bytes = card.picture ? await fewerColours(png, byteLimit) : png;
  mkdirSync(folder, { recursive: true });
  writeWhole(file, bytes);
  return bytes;
}

/** A word of one or two letters stays with the next one: no line is left with an “of” or a “y” alone. */
function setTogether(title: string): string {
  return title
    .trim()
    .replaceAll(/\s+/g, " ")
    .replaceAll(/(?<=(?:^|[\s\u00a0])\p{L}{1,2}) /gu, "\u00a0");
}

function familyOf({ fonts }: SetText): string {
  return fonts.map(({ name }) => name).join(", ");
}

function tilesOf(slug: string, format: ShareFormat): string {
  return `data:image/svg+xml;base64,${Buffer.from(tileSvg(slug, shareFormats[format].panel)).toString("base64")}`;
}

async function photographIn(picture: string, format: ShareFormat): Promise<string> {
  const { width, height } = shareFormats[format].panel;
  const jpeg = await sharp(picture).resize(width, height).jpeg({ quality: 90 }).toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString("base64")}`;
}
