import { notFound } from "next/navigation";
import { sitemapFiles, xmlAnswer } from "#lib/pages/sitemap.ts";
import { staticParams } from "#lib/pages/static-params.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = staticParams["/sitemap/[part]"];

export async function GET(_request: Request, { params }: RouteContext<"/sitemap/[part]">) {
  const xml = sitemapFiles().get(`/sitemap/${(await params).part}`);
  if (xml === undefined) notFound();
  return xmlAnswer(xml);
}
