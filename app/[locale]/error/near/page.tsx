import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { MissingView } from "#app/missing-view.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { nearPagesAsked } from "#lib/serve/near-pages-asked.ts";

type Props = PageProps<"/[locale]/error/near">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = getMessages(await pageLocale(params)).trouble.missing;
  return { title, robots: { index: false } };
}

/** The page of what is not here, where pages with a like address are known. Only the front can ask for it. */
export default async function NearPage({ params }: Props) {
  await connection();
  return <MissingView locale={await pageLocale(params)} near={nearPagesAsked.getStore() ?? notFound()} />;
}
