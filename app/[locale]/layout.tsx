import "../globals.css";
import type { Metadata, Viewport } from "next";
import { fonts } from "#app/fonts.ts";
import { brand } from "#lib/brand.ts";
import { getHomeWords } from "#lib/content/settings/home-words.ts";
import { readPublicEnv } from "#lib/env.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { shareImages } from "#lib/pages/page-metadata.ts";
import { staticParams } from "#lib/pages/static-params.ts";

type Props = LayoutProps<"/[locale]">;

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]"];

export const viewport: Viewport = {
  themeColor: brand.gold,
  colorScheme: "light dark",
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = (await params).locale as Locale;
  const { metaTitle, meta_description } = getHomeWords(locale);
  const { siteUrl, isStaging } = readPublicEnv();
  return {
    metadataBase: new URL(siteUrl),
    title: { default: metaTitle, template: `%s · ${brand.name}` },
    description: meta_description,
    robots: isStaging ? { index: false, follow: false } : { "max-image-preview": "large" },
    ...shareImages(paths.home(locale)),
  };
}

export default async function Layout({ children, params }: Props) {
  return (
    <html lang={(await params).locale} className={fonts}>
      <body>{children}</body>
    </html>
  );
}
