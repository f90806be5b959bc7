import { staticParams } from "#lib/pages/static-params.ts";
import { articlePicture } from "#lib/pictures/article-picture.ts";

export const dynamicParams = false;

export const generateStaticParams = staticParams["/article-image/[...page]"];

/** Of every article, for search engines. */
export async function GET(_request: Request, { params }: { params: Promise<{ page: string[] }> }) {
  const { page } = await params;
  const jpeg = await articlePicture(`/${page.join("/").replace(/\.jpg$/, "")}`);
  return new Response(jpeg, { headers: { "content-type": "image/jpeg" } });
}
