import type { MetadataRoute } from "next";
import { readPublicEnv } from "#lib/env.ts";

export default function robots(): MetadataRoute.Robots {
  const { siteUrl, isStaging } = readPublicEnv();
  const rules = { userAgent: "*", allow: "/", disallow: "/api/" };
  // Each answer of a staging copy says noindex, which only those read who may fetch it: a closed address that somebody
  // links to is indexed by its address alone. Those who show previews are also let in by this.
  return isStaging ? { rules } : { rules, sitemap: `${siteUrl}/sitemap.xml` };
}
