import { SkipLink } from "#components/layout/skip-link.tsx";
import type { Messages } from "#content/en/messages.ts";
import type { Hub } from "#lib/content/kinds/hub.ts";
import type { HomeWords } from "#lib/content/settings/home-words.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { AmericasMap } from "./americas-map.tsx";

type HeroProps = { locale: Locale; words: HomeWords; text: Messages["home"]["map"]; hubs: Hub[] };

export function Hero({ locale, words, text, hubs }: HeroProps) {
  return (
    <div className="on-gold overflow-hidden bg-gold text-ink">
      <div className="wrap grid grid-cols-1 gap-x-10 lg:grid-cols-[minmax(0,6fr)_minmax(0,5fr)]">
        <div className="pt-8 pb-10 md:pt-16 lg:self-center lg:py-16">
          <h1 className="display text-poster sm:text-6xl xl:text-7xl min-[90rem]:text-[5.1rem]">{words.title}</h1>
          <p className="mt-6 max-w-xl text-xl">{words.lead}</p>
          <p className="mt-8 flex flex-wrap gap-4">
            <a href={paths.inquiry(locale)} className="button bg-ink text-white">
              {words.inquiryButton}
            </a>
            <a href={paths.services(locale)} className="button border-ink">
              {words.servicesButton}
            </a>
          </p>
        </div>
        {/* On a phone the map has the whole width and a name at its left edge: moved, the edge cuts the sea in the east instead. */}
        <div className="-mx-(--gutter) translate-x-3 self-end sm:translate-x-0 sm:mx-auto sm:w-full sm:max-w-xl lg:max-w-none">
          <SkipLink href="#after_map" text={text.skip} />
          <AmericasMap
            text={text}
            pages={hubs.map(({ slug, title }) => ({ slug, title, href: paths.hub(locale, slug) }))}
          />
        </div>
      </div>
    </div>
  );
}
