import type { Metadata } from "next";
import { furtherPages, shelfMetadata, shelfPage } from "#app/[locale]/blog/shelf-page.ts";
import { ShelfView } from "#app/[locale]/blog/shelf-view.tsx";

type Props = PageProps<"/[locale]/blog/page/[number]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return furtherPages("blog");
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return shelfMetadata(await shelfPage("blog", params));
}

export default async function FurtherBlogPage({ params }: Props) {
  return <ShelfView {...(await shelfPage("blog", params))} />;
}
