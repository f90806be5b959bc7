import "./globals.css";
import type { Metadata, Viewport } from "next";
import { Tiles } from "#components/content/tiles.tsx";
import { Masthead } from "#components/layout/masthead.tsx";
import { brand } from "#lib/brand.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { fonts } from "./fonts.ts";

export const metadata: Metadata = {
  title: locales.map((locale) => getMessages(locale).notFound.title).join(" · "),
  robots: { index: false },
};

export const viewport: Viewport = { themeColor: brand.gold, colorScheme: "light dark" };

/** The 404 of every unknown address. It does not know the reader's language, so it speaks both. */
export default function NotFoundPage() {
  return (
    <html lang="en" className={fonts}>
      <body>
        <Masthead home="/" />
        <div className="h-28 overflow-hidden md:h-40">
          <Tiles slug="404" columns={24} rows={2} palette="inkOnGold" />
        </div>
        <main className="wrap grid gap-12 py-16 md:grid-cols-2">
          {locales.map((locale, index) => (
            <Words key={locale} locale={locale} level={index === 0 ? 1 : 2} />
          ))}
        </main>
      </body>
    </html>
  );
}

function Words({ locale, level }: { locale: Locale; level: 1 | 2 }) {
  const { notFound, nav, languageName } = getMessages(locale);
  const Heading = `h${level}` as const;
  const links = [
    [paths.home(locale), languageName],
    [paths.services(locale), nav.services],
    [paths.blog(locale), nav.blog],
    [paths.inquiry(locale), nav.inquiry],
    [paths.contact(locale), nav.contact],
  ];
  return (
    <section lang={locale} className="border-t-2 border-rule pt-6">
      <Heading className="display text-4xl">{notFound.title}</Heading>
      <p className="mt-4">{notFound.text}</p>
      <ul className="mt-4">
        {links.map(([href, label]) => (
          <li key={href}>
            <a href={href} className="inline-flex min-h-11 items-center text-link underline">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
