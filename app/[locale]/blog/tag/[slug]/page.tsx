import type { Metadata } from "next";
import { shelfMetadata, shelfPage } from "#app/[locale]/blog/shelf-page.ts";
import { ShelfView } from "#app/[locale]/blog/shelf-view.tsx";
import { staticParams } from "#app/static-params.ts";
import { getShelves } from "#lib/content/lists/shelves.ts";

type Props = PageProps<"/[locale]/blog/tag/[slug]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return staticParams((locale) => getShelves(locale, "tag").map(({ slug }) => ({ slug })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return shelfMetadata(await shelfPage("tag", params));
}

export default async function TagPage({ params }: Props) {
  return <ShelfView {...(await shelfPage("tag", params))} />;
}
