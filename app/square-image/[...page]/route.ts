import { shareImage } from "#app/share-image.tsx";
import { staticParams } from "#lib/pages/static-params.ts";

export const dynamicParams = false;

export const generateStaticParams = staticParams["/square-image/[...page]"];

/** Of every page that has a picture of its own. */
export async function GET(_request: Request, { params }: { params: Promise<{ page: string[] }> }) {
  const { page } = await params;
  const png = await shareImage(`/${page.join("/").replace(/\.png$/, "")}`, "square");
  return new Response(png, { headers: { "content-type": "image/png" } });
}
