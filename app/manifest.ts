import type { MetadataRoute } from "next";
import { getSite } from "#lib/content/site.ts";

export default function manifest(): MetadataRoute.Manifest {
  const { name } = getSite();
  return {
    name,
    short_name: name,
    start_url: "/",
    display: "browser",
    background_color: "#ffc72c",
    theme_color: "#ffc72c",
    icons: [192, 512].map((size) => ({ src: `/icon-${size}.png`, sizes: `${size}x${size}`, type: "image/png" })),
  };
}
