import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { expect, test } from "vitest";
import { brand } from "#lib/brand.ts";
import { fewerColours } from "./fewer-colours.ts";
import { type ShareFormat, shareFormats } from "./share-formats.ts";

test.each(Object.keys(shareFormats) as ShareFormat[])(
  "whatever a photograph shows, the %s card stays under 300 KB",
  async (format) => {
    const { size, panel } = shareFormats[format];
    const raw = { width: panel.width, height: panel.height, channels: 3 } as const;
    const noise = { input: randomBytes(panel.width * panel.height * 3), raw, left: panel.left, top: panel.top };
    const card = await sharp({ create: { ...size, channels: 3, background: brand.gold } })
      .composite([noise])
      .png()
      .toBuffer();

    const png = await fewerColours(card, 300 * 1024);
    expect(png.length).toBeLessThanOrEqual(300 * 1024);
    const { left, top, width, height } = panel;
    const shown = await sharp(png).extract({ left, top, width, height }).png().toBuffer();
    expect((await sharp(shown).stats()).entropy).toBeGreaterThan(3);
  },
);
