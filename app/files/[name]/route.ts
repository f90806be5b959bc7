import { readFileSync } from "node:fs";
import path from "node:path";
import { notFound } from "next/navigation";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { downloadKinds, findDownload } from "#lib/content/source/downloads.ts";
import { staticParams } from "#lib/pages/static-params.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = staticParams["/files/[name]"];

/** A file of content/files. What is said with it, so that it is saved and not opened, is `lib/serve/site-folder/file-headers`. */
export async function GET(_request: Request, { params }: RouteContext<"/files/[name]">) {
  const download = findDownload(contentRoot, (await params).name);
  if (!download) notFound();
  const bytes = readFileSync(path.join(/* turbopackIgnore: true */ contentRoot, "files", download.name));
  const type = downloadKinds[path.extname(download.name)]?.type ?? "application/octet-stream";
  return new Response(bytes, { headers: { "content-type": type } });
}
