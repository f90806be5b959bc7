import { shareImage } from "#app/share-image.tsx";
import { locales } from "#lib/i18n/locales.ts";
import { shareCards } from "#lib/pictures/share-cards.ts";

type Props = { params: Promise<{ page: string[] }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return locales.flatMap((locale) =>
    shareCards(locale).map(({ path }) => ({ page: `${path.slice(1)}.png`.split("/") })),
  );
}

/** Of every page that has a picture of its own. */
export async function GET(_request: Request, { params }: Props) {
  const { page } = await params;
  const png = await shareImage(`/${page.join("/").replace(/\.png$/, "")}`, "square");
  return new Response(png, { headers: { "content-type": "image/png" } });
}
