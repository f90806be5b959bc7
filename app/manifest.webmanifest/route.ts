import type { MetadataRoute } from "next";
import { brand } from "#lib/brand.ts";
import { getSite } from "#lib/content/settings/site.ts";

export const dynamic = "force-static";

/** Named by the home pages alone: Next would name it on every page, and Chromium would ask for it with each. */
export function GET() {
  const { name } = getSite();
  const manifest: MetadataRoute.Manifest = {
    name,
    short_name: name,
    start_url: "/",
    display: "browser",
    background_color: brand.gold,
    theme_color: brand.gold,
    icons: [192, 512].map((size) => ({ src: `/icon-${size}.png`, sizes: `${size}x${size}`, type: "image/png" })),
  };
  return Response.json(manifest, { headers: { "content-type": "application/manifest+json" } });
}
