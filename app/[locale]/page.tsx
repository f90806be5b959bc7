import type { Metadata } from "next";
import { pageLocale } from "#app/page-locale.ts";
import { getHomeWords } from "#lib/content/settings/home-words.ts";
import { clocksNow } from "#lib/hours/home-clocks.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { paths } from "#lib/i18n/paths.ts";
import { pageMetadata } from "#lib/pages/page-metadata.ts";
import { HomeView } from "./home-view.tsx";

type Props = PageProps<"/[locale]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { metaTitle, meta_description } = getHomeWords(locale);
  const described = { locale, title: metaTitle, description: meta_description };
  const addresses = { path: paths.home(locale), alternates: alternatesOf(paths.home) };
  const metadata = pageMetadata({ ...described, ...addresses, isWhole: true });
  return { ...metadata, manifest: "/manifest.webmanifest" };
}

export default async function HomePage({ params }: Props) {
  return <HomeView locale={await pageLocale(params)} clocks={clocksNow()} />;
}
