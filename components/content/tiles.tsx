import { type TileOptions, tilePattern } from "#lib/tiles/tile-pattern.ts";

type TilesProps = TileOptions & { slug: string };

// Cut off on each side, at least half a pixel of the smallest pattern: at a frame's edge between two pixels the ground would
// show beside what covers it, as a hairline on the page.
const hem = 2;

/** The pattern of a slug, as wide as its parent and cut to its height. An ornament: screen readers pass over it. */
export function Tiles({ slug, ...options }: TilesProps) {
  const { width, height, ground, layers } = tilePattern(slug, options);
  return (
    <svg
      viewBox={`${hem} ${hem} ${width - 2 * hem} ${height - 2 * hem}`}
      preserveAspectRatio="xMidYMid slice"
      className="block size-full"
      aria-hidden="true"
    >
      <path fill={ground} d={`M0 0h${width}v${height}H0z`} />
      {layers.map(({ fill, d }) => (
        <path key={fill} fill={fill} d={d} />
      ))}
    </svg>
  );
}
