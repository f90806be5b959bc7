import { notFound } from "next/navigation";
import { sitemapFiles, xmlAnswer } from "#lib/pages/sitemap.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

const folder = "/sitemap/";

/** Empty as long as one file holds all addresses. */
export function generateStaticParams() {
  const paths = [...sitemapFiles().keys()].filter((path) => path.startsWith(folder));
  return paths.map((path) => ({ part: path.slice(folder.length) }));
}

export async function GET(_request: Request, { params }: RouteContext<"/sitemap/[part]">) {
  const xml = sitemapFiles().get(folder + (await params).part);
  if (xml === undefined) notFound();
  return xmlAnswer(xml);
}
