import type { Metadata } from "next";
import { shelfMetadata, shelfPage } from "#app/[locale]/blog/shelf-page.ts";
import { ShelfView } from "#app/[locale]/blog/shelf-view.tsx";
import { staticParams } from "#app/static-params.ts";
import { getShelves } from "#lib/content/lists/shelves.ts";

type Props = PageProps<"/[locale]/blog/author/[slug]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return staticParams((locale) => getShelves(locale, "author").map(({ slug }) => ({ slug })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return shelfMetadata(await shelfPage("author", params));
}

export default async function AuthorPage({ params }: Props) {
  return <ShelfView {...(await shelfPage("author", params))} />;
}
