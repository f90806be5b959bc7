import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { Logo } from "./logo.tsx";

type SiteHeaderProps = { locale: Locale; text: Messages; counterpart: string; tone: "gold" | "page" };

export function SiteHeader({ locale, text, counterpart, tone }: SiteHeaderProps) {
  const ground = tone === "gold" ? "on-gold bg-gold text-ink" : "";
  return (
    <header className={`no-print ${ground}`}>
      <div className="wrap flex items-center justify-between gap-4 py-3">
        <a href={paths.home(locale)} className="inline-flex min-h-11 items-center">
          <Logo tone={tone} />
        </a>

        <nav aria-label={text.mainNavigation} className="hidden items-center gap-3 min-[68rem]:flex xl:gap-7">
          <Links locale={locale} text={text} />
          <SearchLink locale={locale} text={text} />
          <LanguageSwitch locale={locale} counterpart={counterpart} />
          <InquiryButton locale={locale} text={text} tone={tone} />
        </nav>

        <details className="group relative min-[68rem]:hidden">
          <summary className="button border-current font-semibold [&::-webkit-details-marker]:hidden">
            {text.menu}
          </summary>
          <nav
            aria-label={text.mainNavigation}
            className="absolute right-0 z-10 mt-2 flex w-64 flex-col gap-1 border-2 border-rule bg-page p-4 text-text"
          >
            <Links locale={locale} text={text} />
            <SearchLink locale={locale} text={text} />
            <LanguageSwitch locale={locale} counterpart={counterpart} />
            <InquiryButton locale={locale} text={text} tone="page" />
          </nav>
        </details>
      </div>
    </header>
  );
}

function Links({ locale, text }: Pick<SiteHeaderProps, "locale" | "text">) {
  const links = [
    [paths.services(locale), text.nav.services],
    [paths.projects(locale), text.nav.projects],
    [paths.hubs(locale), text.nav.hubs],
    [paths.blog(locale), text.nav.blog],
    [paths.page(locale, "about"), text.nav.about],
    [paths.contact(locale), text.nav.contact],
  ];
  return links.map(([href, label]) => (
    <a key={href} href={href} className="inline-flex min-h-11 items-center whitespace-nowrap hover:underline">
      {label}
    </a>
  ));
}

/** A sign where the links stand in a row, with its word in the menu. */
function SearchLink({ locale, text }: Pick<SiteHeaderProps, "locale" | "text">) {
  return (
    <a
      href={paths.search(locale)}
      className="inline-flex min-h-11 min-w-11 items-center gap-2 hover:underline min-[68rem]:justify-center"
    >
      <svg viewBox="0 0 24 24" className="size-6 max-[68rem]:order-last" aria-hidden="true">
        <path d="M16 16l6 6M10 3a7 7 0 1 1 0 14a7 7 0 1 1 0-14z" fill="none" stroke="currentColor" strokeWidth="2.5" />
      </svg>
      <span className="min-[68rem]:sr-only">{text.search.title}</span>
    </a>
  );
}

function InquiryButton({ locale, text, tone }: Pick<SiteHeaderProps, "locale" | "text" | "tone">) {
  const colours = tone === "gold" ? "bg-ink text-white" : "bg-button text-on-button";
  return (
    <a href={paths.inquiry(locale)} className={`button ${colours}`}>
      {text.nav.inquiry}
    </a>
  );
}
