import { notFound } from "next/navigation";
import { ArticleCards } from "#app/article-cards.tsx";
import { Clients } from "#app/clients.tsx";
import { Frame } from "#app/frame.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { ServiceList } from "#components/content/service-list.tsx";
import { FigureStrip } from "#components/home/figure-strip.tsx";
import { Hero } from "#components/home/hero.tsx";
import { HoursSection } from "#components/hours/hours-section.tsx";
import { Section } from "#components/ui/section.tsx";
import { getHome } from "#lib/content/kinds/home.ts";
import { getHubs } from "#lib/content/kinds/hub.ts";
import { findService } from "#lib/content/kinds/service.ts";
import { newestArticles } from "#lib/content/lists/newest-articles.ts";
import { getHomeWords } from "#lib/content/settings/home-words.ts";
import { hoursWhen } from "#lib/hours/home-clocks.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepFor } from "#lib/pages/first-step.ts";
import { siteData } from "#lib/pages/structured-data.ts";

const articlesShown = 3;

/** The home page while the clocks of its offices are in a given state. */
export function HomeView({ locale, clocks }: { locale: Locale; clocks: string }) {
  const text = getMessages(locale);
  const words = getHomeWords(locale);
  const { services, figures } = getHome();
  const hours = hoursWhen(clocks);
  if (!hours) notFound();

  return (
    <Frame locale={locale} alternates={alternatesOf(paths.home)} tone="gold" data={siteData()}>
      <Hero locale={locale} words={words} text={text.home.map} hubs={getHubs(locale)} />
      <div id="after_map" tabIndex={-1} className="wrap py-8 outline-none md:py-10">
        <Clients locale={locale} />
      </div>
      <FigureStrip locale={locale} text={text.home} figures={figures} />
      {services.length > 0 && (
        <Section title={words.servicesTitle} more={{ href: paths.services(locale), label: text.home.allServices }}>
          <ServiceList services={services.flatMap((slug) => findService(locale, slug) ?? [])} />
        </Section>
      )}
      <HoursSection
        locale={locale}
        text={text.hours}
        rows={hours.map(({ name, hours }) => ({ name: name[locale], hours }))}
      />
      <Section title={words.articlesTitle} more={{ href: paths.blog(locale), label: text.home.allArticles }} isWide>
        <ArticleCards locale={locale} articles={newestArticles(locale, articlesShown)} level={3} />
      </Section>
      <div className="wrap pt-8 md:pt-12">
        <Invitation text={text.invitation} step={firstStepFor(locale, undefined)} />
      </div>
    </Frame>
  );
}
