"use client";

import "./globals.css";
import { Masthead } from "#components/layout/masthead.tsx";
import { broken } from "#content/broken.ts";
import { fonts } from "./fonts.ts";

/** The last resort, when a page could not be made: nothing in it can fail. */
export default function GlobalErrorPage() {
  return (
    <html lang="en" className={fonts}>
      <title>{`${broken.en.title} · ${broken.es.title}`}</title>
      <body>
        <Masthead home="/" />
        <main className="wrap grid gap-12 py-16 md:grid-cols-2">
          <div className="border-t-2 border-rule pt-6">
            <h1 className="display text-4xl">{broken.en.title}</h1>
            <p className="mt-4">{broken.en.text}</p>
            <a href="/en" className="mt-4 inline-flex min-h-11 items-center text-link underline">
              English
            </a>
          </div>
          <div lang="es" className="border-t-2 border-rule pt-6">
            <h2 className="display text-4xl">{broken.es.title}</h2>
            <p className="mt-4">{broken.es.text}</p>
            <a href="/es" className="mt-4 inline-flex min-h-11 items-center text-link underline">
              Español
            </a>
          </div>
        </main>
      </body>
    </html>
  );
}
