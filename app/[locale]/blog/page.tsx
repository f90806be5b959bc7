import type { Metadata } from "next";
import { shelfMetadata, shelfPage } from "./shelf-page.ts";
import { ShelfView } from "./shelf-view.tsx";

type Props = PageProps<"/[locale]/blog">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return shelfMetadata(await shelfPage("blog", params));
}

export default async function BlogPage({ params }: Props) {
  return <ShelfView {...(await shelfPage("blog", params))} />;
}
