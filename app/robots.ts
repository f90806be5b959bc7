import type { MetadataRoute } from "next";
import { readPublicEnv } from "#lib/env.ts";

export default function robots(): MetadataRoute.Robots {
  const { siteUrl, isStaging } = readPublicEnv();
  const rules = { userAgent: "*", allow: "/", disallow: "/api/" };
  // A staging copy says noindex in every answer, and crawlers have to be let in to read that: they list an address that
  // is closed to them as soon as somebody links to it. Programs that show previews of links are let in as well.
  return isStaging ? { rules } : { rules, sitemap: `${siteUrl}/sitemap.xml` };
}
