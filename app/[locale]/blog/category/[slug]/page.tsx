import type { Metadata } from "next";
import { shelfMetadata, shelfPage } from "#app/[locale]/blog/shelf-page.ts";
import { ShelfView } from "#app/[locale]/blog/shelf-view.tsx";
import { staticParams } from "#app/static-params.ts";
import { getShelves } from "#lib/content/lists/shelves.ts";

type Props = PageProps<"/[locale]/blog/category/[slug]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return staticParams((locale) => getShelves(locale, "category").map(({ slug }) => ({ slug })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return shelfMetadata(await shelfPage("category", params));
}

export default async function CategoryPage({ params }: Props) {
  return <ShelfView {...(await shelfPage("category", params))} />;
}
