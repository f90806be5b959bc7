import type { Metadata } from "next";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { ArticleList } from "#components/content/article-list.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { ServiceList } from "#components/content/service-list.tsx";
import { FigureStrip } from "#components/home/figure-strip.tsx";
import { Hero } from "#components/home/hero.tsx";
import { Section } from "#components/ui/section.tsx";
import { getArticles } from "#lib/content/articles.ts";
import { getServices } from "#lib/content/services.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import { pageMetadata } from "#lib/seo/page-metadata.ts";

type Props = PageProps<"/[locale]">;

const articlesShown = 4;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const text = getMessages(locale);
  const described = { locale, title: text.siteTitle, description: text.siteDescription };
  const addresses = { path: paths.home(locale), counterpart: paths.home(otherLocale(locale)) };
  return { ...pageMetadata({ ...described, ...addresses }), title: { absolute: text.siteTitle } };
}

export default async function HomePage({ params }: Props) {
  const locale = await pageLocale(params);
  const text = getMessages(locale);

  return (
    <Frame locale={locale} counterpart={paths.home(otherLocale(locale))} tone="gold">
      <Hero locale={locale} text={text.home} />
      <FigureStrip text={text.home} />
      <Section title={text.home.services} more={{ href: paths.services(locale), label: text.home.allServices }}>
        <ServiceList services={getServices(locale)} />
      </Section>
      <Section title={text.home.articles} more={{ href: paths.blog(locale), label: text.home.allArticles }}>
        <ArticleList articles={getArticles(locale).slice(0, articlesShown)} text={text.blog} level={3} />
      </Section>
      <div className="wrap">
        <Invitation locale={locale} text={text.invitation} />
      </div>
    </Frame>
  );
}
