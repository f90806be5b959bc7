"use client";

import "./globals.css";
import { Masthead } from "#components/layout/masthead.tsx";
import { broken } from "#content/broken.ts";
import { defaultLocale, type Locale, locales } from "#lib/i18n/locales.ts";
import { fonts } from "./fonts.ts";

/** The last resort, when a page could not be made: nothing in it can fail. */
export default function GlobalErrorPage() {
  return (
    <html lang={defaultLocale} className={fonts}>
      <title>{locales.map((locale) => broken[locale].title).join(" · ")}</title>
      <body>
        <Masthead home="/" />
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
  const { languageName, title, text } = broken[locale];
  const Heading = `h${level}` as const;
  return (
    <div lang={locale} className="border-t-2 border-rule pt-6">
      <Heading className="display text-4xl">{title}</Heading>
      <p className="mt-4">{text}</p>
      <a href={`/${locale}`} className="mt-4 inline-flex min-h-11 items-center text-link underline">
        {languageName}
      </a>
    </div>
  );
}
