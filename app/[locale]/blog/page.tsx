import type { Metadata } from "next";
import { ArticleCards } from "#app/article-cards.tsx";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { PageHeader } from "#components/layout/page-header.tsx";
import { getArticles } from "#lib/content/articles.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import { pageMetadata } from "#lib/seo/page-metadata.ts";

type Props = PageProps<"/[locale]/blog">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { blog } = getMessages(locale);
  const addresses = { path: paths.blog(locale), counterpart: paths.blog(otherLocale(locale)) };
  return pageMetadata({ locale, title: blog.title, description: blog.lead, ...addresses });
}

export default async function BlogPage({ params }: Props) {
  const locale = await pageLocale(params);
  const text = getMessages(locale);

  return (
    <Frame locale={locale} counterpart={paths.blog(otherLocale(locale))}>
      <PageHeader title={text.blog.title} lead={text.blog.lead} />
      <div className="wrap">
        <ArticleCards locale={locale} articles={getArticles(locale)} />
      </div>
    </Frame>
  );
}
