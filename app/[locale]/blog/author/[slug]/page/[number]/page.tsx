import type { Metadata } from "next";
import { furtherPages, shelfMetadata, shelfPage } from "#app/[locale]/blog/shelf-page.ts";
import { ShelfView } from "#app/[locale]/blog/shelf-view.tsx";

type Props = PageProps<"/[locale]/blog/author/[slug]/page/[number]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return furtherPages("author");
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return shelfMetadata(await shelfPage("author", params));
}

export default async function FurtherAuthorPage({ params }: Props) {
  return <ShelfView {...(await shelfPage("author", params))} />;
}
