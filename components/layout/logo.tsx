import { brand } from "#lib/brand.ts";

/**
 * The mark is two of the tiles: a corner bracket and a disc on a stair. On gold its ground is left out, and the
 * bracket stands where the ground would begin, above the headlines. The viewBox cuts a hair off, or the ground would show at an
 * edge between two pixels.
 */
export function Logo({ tone }: { tone: "gold" | "page" }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <svg viewBox={tone === "gold" ? brand.box : ".2 .2 23.6 23.6"} className="h-7 w-auto" aria-hidden="true">
        {tone === "page" && <path d="M0 0h24v24H0z" fill={brand.gold} />}
        <path d={brand.bracket} fill={brand.ink} />
        <circle {...brand.disc} fill={brand.gold} />
      </svg>
      <span className="wide text-lg tracking-[-0.02em]">{brand.name}</span>
    </span>
  );
}
