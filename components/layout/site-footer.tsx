import { CompanyLine } from "#components/content/company-line.tsx";
import { Tiles } from "#components/content/tiles.tsx";
import type { Messages } from "#content/en/messages.ts";
import type { Menu } from "#lib/content/kinds/menu.ts";
import type { Service } from "#lib/content/kinds/service.ts";
import type { Site } from "#lib/content/settings/site.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { currentOf } from "./current-of.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { Logo } from "./logo.tsx";

type SiteFooterProps = {
  locale: Locale;
  text: Messages;
  alternates: Record<Locale, string>;
  services: Pick<Service, "slug" | "title">[];
  links: Pick<Menu, "company" | "talk">;
  site: Site;
};

export function SiteFooter({ locale, text, alternates, services, links, site }: SiteFooterProps) {
  const here = alternates[locale];
  return (
    <footer className="no-print on-ink mt-24 border-t-2 border-ink bg-ink text-mist dark:border-hairline">
      <div className="wrap pt-14">
        {/* Whole tiles at every width: 6, 10, 14 or 20 of them, each a pixel or two larger than the frame. */}
        <div className="aspect-[6.2/1] overflow-hidden sm:aspect-[10.3/1] md:aspect-[14.4/1] xl:aspect-[20.6/1]">
          <Tiles slug="dreamcode" columns={24} rows={1} palette="goldAndEmeraldOnInk" />
        </div>
      </div>
      <nav
        aria-label={text.footer.navigation}
        className="wrap grid gap-10 py-14 sm:grid-cols-2 lg:grid-cols-[3fr_5fr_2fr_2fr]"
      >
        <div>
          <Logo tone="page" />
          <p className="mt-4 max-w-64 text-balance">{text.footer.tagline}</p>
          <p className="mt-2 max-w-64 text-sm text-balance">{text.footer.clock}</p>
        </div>
        <Column title={text.footer.services} isLong>
          {services.map((service) => (
            <FooterLink
              key={service.slug}
              href={paths.service(locale, service.slug)}
              label={service.title}
              here={here}
            />
          ))}
        </Column>
        <Column title={text.footer.company}>
          {links.company.map((link) => (
            <FooterLink key={link.href} {...link} here={here} />
          ))}
        </Column>
        <Column title={text.footer.talk}>
          {links.talk.map((link) => (
            <FooterLink key={link.href} {...link} here={here} />
          ))}
          <li>
            <LanguageSwitch locale={locale} alternates={alternates} />
          </li>
        </Column>
      </nav>
      <div className="wrap pb-14">
        <CompanyLine text={text.company} site={site} />
      </div>
    </footer>
  );
}

function Column({ title, isLong, children }: { title: string; isLong?: boolean; children: React.ReactNode }) {
  return (
    <div>
      <h2 className="text-base">{title}</h2>
      <ul className={`mt-3 ${isLong ? "lg:columns-2 lg:gap-8" : ""}`}>{children}</ul>
    </div>
  );
}

function FooterLink({ href, label, here }: { href: string; label: string; here: string }) {
  return (
    <li className="break-inside-avoid">
      <a
        href={href}
        aria-current={currentOf(href, here)}
        className="current inline-flex min-h-9 items-center py-1 leading-snug hover:underline"
      >
        {label}
      </a>
    </li>
  );
}
