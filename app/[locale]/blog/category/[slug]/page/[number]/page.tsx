import type { Metadata } from "next";
import { furtherPages, shelfMetadata, shelfPage } from "#app/[locale]/blog/shelf-page.ts";
import { ShelfView } from "#app/[locale]/blog/shelf-view.tsx";

type Props = PageProps<"/[locale]/blog/category/[slug]/page/[number]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return furtherPages("category");
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return shelfMetadata(await shelfPage("category", params));
}

export default async function FurtherCategoryPage({ params }: Props) {
  return <ShelfView {...(await shelfPage("category", params))} />;
}
