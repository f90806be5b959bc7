import { type TileOptions, tilePattern } from "./tile-pattern.ts";

/** The pattern as a document of its own, for mail and share images. An ornament: screen readers pass over it. */
export function tileSvg(slug: string, options: TileOptions): string {
  const { width, height, ground, layers } = tilePattern(slug, options);
  const paths = layers.map(({ fill, d }) => `<path fill="${fill}" d="${d}"/>`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMid slice" aria-hidden="true"><path fill="${ground}" d="M0 0h${width}v${height}H0z"/>${paths}</svg>`;
}
