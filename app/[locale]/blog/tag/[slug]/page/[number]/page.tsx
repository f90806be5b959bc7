import type { Metadata } from "next";
import { furtherPages, shelfMetadata, shelfPage } from "#app/[locale]/blog/shelf-page.ts";
import { ShelfView } from "#app/[locale]/blog/shelf-view.tsx";

type Props = PageProps<"/[locale]/blog/tag/[slug]/page/[number]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return furtherPages("tag");
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return shelfMetadata(await shelfPage("tag", params));
}

export default async function FurtherTagPage({ params }: Props) {
  return <ShelfView {...(await shelfPage("tag", params))} />;
}
