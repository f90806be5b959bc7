import type { Messages } from "#content/en/messages.ts";
import type { Menu } from "#lib/content/kinds/menu.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { currentOf } from "./current-of.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { Logo } from "./logo.tsx";

type SiteHeaderProps = {
  locale: Locale;
  text: Messages;
  alternates: Record<Locale, string>;
  tone: "gold" | "page";
  links: Menu["menu"];
};

export function SiteHeader({ locale, text, alternates, tone, links }: SiteHeaderProps) {
  const ground = tone === "gold" ? "on-gold bg-gold text-ink" : "";
  return (
    <header className={`no-print ${ground}`}>
      <div className="wrap flex flex-wrap items-center justify-between gap-x-1 gap-y-3 py-3 min-[74rem]:flex-nowrap min-[74rem]:gap-4">
        <a href={paths.home(locale)} className="inline-flex min-h-11 items-center">
          <Logo tone={tone} />
        </a>

        <nav
          aria-label={text.mainNavigation}
          className="hidden flex-wrap items-center justify-end gap-x-3 min-[74rem]:flex xl:gap-x-5"
        >
          <Links links={links} here={alternates[locale]} />
          <SearchLink locale={locale} text={text} here={alternates[locale]} />
          <LanguageSwitch locale={locale} alternates={alternates} />
          <InquiryButton locale={locale} text={text} tone={tone} />
        </nav>

        <div className="ml-auto flex flex-wrap justify-end gap-2 min-[74rem]:hidden">
          <InquiryButton
            locale={locale}
            text={text}
            tone={tone}
            className="hidden px-3 text-sm min-[30rem]:inline-flex sm:px-5 sm:text-base"
          />
          {/* The browser closes it with Escape and with a click beside it, without any script. */}
          <button type="button" popoverTarget="site_menu" className="button border-current min-[30rem]:px-4 sm:px-6">
            {text.menu}
          </button>
        </div>
        <nav
          id="site_menu"
          popover="auto"
          aria-label={text.mainNavigation}
          className="on-page absolute inset-auto top-[4.25rem] right-5 m-0 hidden w-64 flex-col gap-1 overflow-visible border-2 border-rule bg-page p-4 text-text max-[74rem]:open:flex"
        >
          <Links links={links} here={alternates[locale]} />
          <SearchLink locale={locale} text={text} here={alternates[locale]} />
          <LanguageSwitch locale={locale} alternates={alternates} />
          <InquiryButton locale={locale} text={text} tone="page" className="min-[30rem]:hidden" />
        </nav>
      </div>
    </header>
  );
}

function Links({ links, here }: Pick<SiteHeaderProps, "links"> & { here: string }) {
  return links.map(({ href, label }) => (
    <a
      key={href}
      href={href}
      aria-current={currentOf(href, here)}
      className="current inline-flex min-h-11 items-center whitespace-nowrap hover:underline"
    >
      {label}
    </a>
  ));
}

/** A sign where the links stand in a row, with its word in the menu. */
function SearchLink({ locale, text, here }: Pick<SiteHeaderProps, "locale" | "text"> & { here: string }) {
  return (
    <a
      href={paths.search(locale)}
      aria-current={currentOf(paths.search(locale), here)}
      className="current inline-flex min-h-11 min-w-11 items-center gap-2 hover:underline min-[74rem]:justify-center"
    >
      <svg viewBox="0 0 24 24" className="size-6 max-[74rem]:order-last" aria-hidden="true">
        <path d="M16 16l6 6M10 3a7 7 0 1 1 0 14a7 7 0 1 1 0-14z" fill="none" stroke="currentColor" strokeWidth="2.5" />
      </svg>
      <span className="min-[74rem]:sr-only">{text.search.title}</span>
    </a>
  );
}

type InquiryButtonProps = Pick<SiteHeaderProps, "locale" | "text" | "tone"> & { className?: string };

/** The same words on all pages, which are the title of the page that it leads to. */
function InquiryButton({ locale, text, tone, className = "" }: InquiryButtonProps) {
  const colours = tone === "gold" ? "bg-ink text-white" : "bg-button text-on-button";
  return (
    <a href={paths.inquiry(locale)} className={`button ${colours} ${className}`}>
      {text.nav.inquiry}
    </a>
  );
}
