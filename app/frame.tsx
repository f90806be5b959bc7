import type { ReactNode } from "react";
import type { Thing } from "schema-dts";
import { PrintHead } from "#components/layout/print-head.tsx";
import { SiteFooter } from "#components/layout/site-footer.tsx";
import { SiteHeader } from "#components/layout/site-header.tsx";
import { SkipLink } from "#components/layout/skip-link.tsx";
import { StructuredData } from "#components/seo/structured-data.tsx";
import { getMenu } from "#lib/content/kinds/menu.ts";
import { serviceTitles } from "#lib/content/kinds/service.ts";
import { getSite } from "#lib/content/settings/site.ts";
import { readPublicEnv } from "#lib/env.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";

type FrameProps = {
  locale: Locale;
  /** The address of this page in the other language, or of what comes nearest to it. */
  alternates: Record<Locale, string>;
  tone?: "gold" | "page";
  /** What the page says, as structured data for machines. */
  data?: Thing[];
  children: ReactNode;
};

/** What every page has around its content. A page renders it, not the layout, because only a page knows its addresses in other languages. */
export function Frame({ locale, alternates, tone = "page", data = [], children }: FrameProps) {
  const text = getMessages(locale);
  const { menu, company, talk } = getMenu(locale);
  return (
    <>
      {data.length > 0 && <StructuredData things={data} />}
      <SkipLink href="#page_content" text={text.skip} />
      <PrintHead address={readPublicEnv().siteUrl + alternates[locale]} />
      <SiteHeader locale={locale} text={text} alternates={alternates} tone={tone} links={menu} />
      <main id="page_content" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <SiteFooter
        locale={locale}
        text={text}
        alternates={alternates}
        services={serviceTitles(locale)}
        links={{ company, talk }}
        site={getSite()}
      />
    </>
  );
}
