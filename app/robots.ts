import type { MetadataRoute } from "next";
import { readPublicEnv } from "#lib/env.ts";

export default function robots(): MetadataRoute.Robots {
  const { siteUrl, isStaging } = readPublicEnv();
  if (isStaging) return { rules: { userAgent: "*", disallow: "/" } };
  return { rules: { userAgent: "*", allow: "/", disallow: "/api/" }, sitemap: `${siteUrl}/sitemap.xml` };
}
