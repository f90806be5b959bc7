import { type TileOptions, tilePattern } from "#lib/tiles/tile-pattern.ts";

/**
 * The pattern of a slug, as wide as its parent and cut to its height. An ornament: screen readers pass over it. It is a
 * pixel larger than its parent, which has to hide what overflows: at an edge between two pixels the ground would show as
 * a hairline beside what covers it.
 */
export function Tiles({ slug, ...options }: TileOptions & { slug: string }) {
  const { width, height, ground, layers } = tilePattern(slug, options);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      className="-m-px block h-[calc(100%+2px)] w-[calc(100%+2px)] max-w-none"
      aria-hidden="true"
    >
      <path fill={ground} d={`M0 0h${width}v${height}H0z`} />
      {layers.map(({ fill, d }) => (
        <path key={fill} fill={fill} d={d} />
      ))}
    </svg>
  );
}
