import { sitemapFiles, xmlAnswer } from "#lib/pages/sitemap.ts";

export const dynamic = "force-static";

export function GET() {
  return xmlAnswer(sitemapFiles().get("/sitemap.xml") ?? "");
}
