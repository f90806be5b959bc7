import { brand } from "#lib/brand.ts";
import { tileSvg } from "#lib/tiles/tile-svg.ts";
import type { Faces } from "./faces.ts";
import type { SetText } from "./set-text.ts";
import { type Box, setLine, setTitle } from "./set-title.ts";
import { type ShareCard, type ShareFormat, shareFormats } from "./share-card.ts";

const { gold, ink, bracket, disc } = brand;
const noteSize = { wide: 24, square: 34 };

/** Where the parts of a card stand, in px. `panel` is for the pattern or the picture. */
export const layouts = {
  wide: {
    panel: { x: 840, y: 0, width: 360, height: 630, columns: 4, rows: 7 },
    logo: { x: 62, y: 56, scale: 1.4 },
    title: { x: 62, y: 118, width: 726, height: 412 },
    note: { x: 62, y: 571 },
  },
  square: {
    panel: { x: 0, y: 0, width: 1200, height: 480, columns: 10, rows: 4 },
    logo: { x: 72, y: 548, scale: 1.8 },
    title: { x: 72, y: 620, width: 1056, height: 452 },
    note: { x: 72, y: 1132 },
  },
} as const;

/** All letters are outlines, so that the picture is the same on every machine. */
export function cardSvg(card: ShareCard, format: ShareFormat, faces: Faces): string {
  const { width, height } = shareFormats[format];
  const { panel, logo, title, note } = layouts[format];
  const size = noteSize[format];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<path fill="${gold}" d="M0 0h${width}v${height}H0z"/>`,
    card.picture ? "" : pattern(card.slug, panel),
    mark(logo, faces),
    titleBlock(card.title, title, faces),
    line(setLine(card.note, title.width / size, faces.note), note.x, note.y, size),
    "</svg>",
  ].join("");
}

type Place = { x: number; y: number };
type Panel = (typeof layouts)[ShareFormat]["panel"];

function pattern(slug: string, { x, y, width, height, columns, rows }: Panel): string {
  return tileSvg(slug, { columns, rows }).replace(
    "<svg ",
    `<svg x="${x}" y="${y}" width="${width}" height="${height}" `,
  );
}

function mark({ x, y, scale }: Place & { scale: number }, { title }: Faces): string {
  const shape = `<path d="${bracket}"/><circle cx="${disc.cx}" cy="${disc.cy}" r="${disc.r}" fill="${gold}"/>`;
  const symbol = `<g fill="${ink}" transform="translate(${x - 6 * scale} ${y}) scale(${scale})">${shape}</g>`;
  return (
    symbol + line(setLine(brand.name, Number.POSITIVE_INFINITY, title), x + 27 * scale, y + 17.5 * scale, 20 * scale)
  );
}

function titleBlock(title: string, { x, y, ...box }: Place & Box, faces: Faces): string {
  const { size, lines } = setTitle(title, box, faces.title);
  const top = y + (box.height - lines.length * size) / 2;
  // Capitals of Archivo are 0.69 em high: so the block stands in the middle as the eye sees it.
  return lines.map((set, index) => line(set, x, top + size * (index + 0.845), size)).join("");
}

function line({ glyphs }: SetText, x: number, y: number, size: number): string {
  const paths = glyphs.map(({ d, x, unitsPerEm }) => {
    const scale = size / unitsPerEm;
    return d && `<path transform="translate(${tenths(x * size)} 0) scale(${scale} ${-scale})" d="${d}"/>`;
  });
  return `<g fill="${ink}" transform="translate(${x} ${tenths(y)})">${paths.join("")}</g>`;
}

function tenths(number: number): number {
  return Math.round(number * 10) / 10;
}
