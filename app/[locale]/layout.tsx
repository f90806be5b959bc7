import "../globals.css";
import type { Metadata, Viewport } from "next";
import { fonts } from "#app/fonts.ts";
import { readEnv } from "#lib/env.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { shareMetadata } from "#lib/seo/page-metadata.ts";

type Props = LayoutProps<"/[locale]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

export const viewport: Viewport = {
  themeColor: "#ffc72c",
  colorScheme: "light dark",
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = (await params).locale as Locale;
  const text = getMessages(locale);
  return {
    metadataBase: new URL(readEnv().siteUrl),
    title: { default: text.siteTitle, template: "%s · DreamCode" },
    description: text.siteDescription,
    ...shareMetadata(paths.home(locale)),
  };
}

export default async function Layout({ children, params }: Props) {
  return (
    <html lang={(await params).locale} className={fonts}>
      <body>{children}</body>
    </html>
  );
}
