import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

type HeroProps = { locale: Locale; text: Messages["home"] };

export function Hero({ locale, text }: HeroProps) {
  return (
    <div className="on-gold bg-gold text-ink">
      <div className="wrap pt-10 pb-16 md:pt-20 md:pb-24">
        <h1 className="display max-w-3xl text-[2.6rem] sm:text-6xl lg:text-7xl">{text.title}</h1>
        <p className="mt-6 max-w-2xl text-xl">{text.lead}</p>
        <p className="mt-8 flex flex-wrap gap-4">
          <a href={paths.inquiry(locale)} className="button bg-ink text-white">
            {text.start}
          </a>
          <a href={paths.services(locale)} className="button border-ink">
            {text.seeServices}
          </a>
        </p>
      </div>
    </div>
  );
}
